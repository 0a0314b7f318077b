package com.anycompany.shop.frontend;

import java.util.List;
import java.util.Map;
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

    /** The settings that make a storefront call these services. */
    Map<String, Object> endpoints() {
        return Map.of(
                "CATALOG_ENDPOINT", catalog.url(),
                "CART_ENDPOINT", carts.url(),
                "ORDER_ENDPOINT", orders.url(),
                "RECOMMENDATION_ENDPOINT", recommendations.url());
    }

    void register(DynamicPropertyRegistry properties) {
        endpoints().forEach((name, url) -> properties.add(name, () -> url));
    }

    @Override
    public void close() {
        all().forEach(FakeService::close);
    }
}
