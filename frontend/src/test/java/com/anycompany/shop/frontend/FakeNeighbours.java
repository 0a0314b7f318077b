package com.anycompany.shop.frontend;

import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The four services behind the storefront, in this process. */
final class FakeNeighbours implements AutoCloseable {

    final FakeCatalog catalog = new FakeCatalog();
    final FakeCarts carts = new FakeCarts();
    final FakeOrders orders = new FakeOrders(catalog, carts);
    final FakeRecommendations recommendations = new FakeRecommendations(catalog);

    List<FakeService> all() {
        return List.of(catalog, carts, orders, recommendations);
    }

    void recover() {
        all().forEach(service -> service.is(FakeService.Health.UP));
        all().forEach(FakeService::forget);
    }

    void register(DynamicPropertyRegistry properties) {
        properties.add("CATALOG_ENDPOINT", catalog::url);
        properties.add("CART_ENDPOINT", carts::url);
        properties.add("ORDER_ENDPOINT", orders::url);
        properties.add("RECOMMENDATION_ENDPOINT", recommendations::url);
    }

    @Override
    public void close() {
        all().forEach(FakeService::close);
    }
}
