package com.anycompany.shop.frontend;

import java.util.List;
import java.util.Map;

/** Recommends the first products of the catalog. */
final class FakeRecommendations extends FakeService {

    private final FakeCatalog catalog;
    volatile String basis = "bought-together";

    FakeRecommendations(FakeCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    Reply answer(Call call) {
        List<Map<String, Object>> products = catalog.ids().stream()
                .filter(id -> !id.equals(call.segment(4)))
                .limit(Integer.parseInt(call.query().get("limit")))
                .map(catalog::product)
                .toList();
        return new Reply(200, Map.of("productId", call.segment(4), "basis", basis, "products", products));
    }
}
