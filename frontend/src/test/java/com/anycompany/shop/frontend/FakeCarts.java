package com.anycompany.shop.frontend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Carts in memory. */
final class FakeCarts extends FakeService {

    private final Map<String, Map<String, Integer>> carts = new ConcurrentHashMap<>();

    Map<String, Integer> items(String id) {
        return carts.computeIfAbsent(id, absent -> new LinkedHashMap<>());
    }

    @Override
    Reply answer(Call call) {
        String id = call.segment(4);
        if (call.method().equals("PUT")) {
            if (call.segment(6).equals("0000000000000")) {
                return Reply.problem(404, "unknown-product", Map.of());
            }
            items(id).put(call.segment(6), call.body().get("quantity").asInt());
        } else if (call.method().equals("DELETE")) {
            items(id).remove(call.segment(6));
        }
        List<Map<String, Object>> items = items(id).entrySet().stream()
                .<Map<String, Object>>map(item -> Map.of("productId", item.getKey(), "quantity", item.getValue()))
                .toList();
        return new Reply(200, Map.of("id", id, "version", 1, "items", items));
    }
}
