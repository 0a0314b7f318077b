package com.anycompany.shop.frontend;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Carts in memory. */
final class FakeCarts extends FakeService {

    private final Map<String, Map<String, Integer>> carts = new ConcurrentHashMap<>();

    private final Set<String> additions = ConcurrentHashMap.newKeySet();

    Map<String, Integer> items(String id) {
        return carts.computeIfAbsent(id, absent -> Collections.synchronizedMap(new LinkedHashMap<>()));
    }

    @Override
    Reply answer(Call call) {
        String id = call.segment(4);
        if (call.method().equals("PUT") || call.method().equals("POST")) {
            if (call.segment(6).equals("0000000000000")) {
                return Reply.problem(404, "unknown-product", Map.of());
            }
            if (call.method().equals("PUT")) {
                items(id).put(call.segment(6), call.body().get("quantity").asInt());
            } else if (additions.add(call.key())) {
                items(id)
                        .merge(
                                call.segment(6),
                                call.body().get("add").asInt(),
                                (old, more) -> Math.min(99, old + more));
            }
        } else if (call.method().equals("DELETE")) {
            items(id).remove(call.segment(6));
        }
        List<Map<String, Object>> items = items(id).entrySet().stream()
                .<Map<String, Object>>map(item -> Map.of("productId", item.getKey(), "quantity", item.getValue()))
                .toList();
        return new Reply(200, Map.of("id", id, "version", 1, "items", items));
    }
}
