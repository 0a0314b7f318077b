package com.anycompany.shop.frontend;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Takes orders as orderservice does: once per key, at the catalog's prices, paid with the documented test cards. */
final class FakeOrders extends FakeService {

    private static final Map<String, String> REFUSED_CARDS = Map.of(
            "4000000000000002",
            "card-declined",
            "4000000000009995",
            "insufficient-funds",
            "4000000000000069",
            "expired-card");

    private final FakeCatalog catalog;
    private final FakeCarts carts;
    private final Map<String, Map<String, Object>> orders = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> ordersByKey = new LinkedHashMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final Map<String, JsonNode> bodiesByKey = new LinkedHashMap<>();

    FakeOrders(FakeCatalog catalog, FakeCarts carts) {
        this.catalog = catalog;
        this.carts = carts;
    }

    synchronized List<Map<String, Object>> all() {
        return new ArrayList<>(orders.values());
    }

    @Override
    synchronized Reply answer(Call call) {
        if (call.path().startsWith("/api/v1/submissions/")) {
            return submission(call.method(), call.query().get("shopper") + "#" + call.segment(4));
        }
        if (call.method().equals("POST")) {
            return place(call.body().get("shopperId").asString() + "#" + call.key(), call.body());
        }
        if (call.query().containsKey("shopper")) {
            List<Map<String, Object>> own = new ArrayList<>(orders.values().stream()
                    .filter(order ->
                            List.of(call.query().get("shopper").split(",")).contains(order.get("shopperId")))
                    .toList());
            Collections.reverse(own);
            return new Reply(200, Map.of("orders", own));
        }
        Map<String, Object> order = orders.get(call.segment(4));
        return order == null ? Reply.problem(404, "unknown-order", Map.of()) : new Reply(200, order);
    }

    private Reply submission(String method, String key) {
        if (ordersByKey.containsKey(key)) {
            return new Reply(200, ordersByKey.get(key));
        }
        if (method.equals("DELETE")) {
            withdrawn.add(key);
            return new Reply(204, Map.of());
        }
        return withdrawn.contains(key)
                ? Reply.problem(410, "submission-withdrawn", Map.of())
                : Reply.problem(404, "unknown-submission", Map.of());
    }

    private Reply place(String key, JsonNode body) {
        if (withdrawn.contains(key)) {
            return Reply.problem(410, "submission-withdrawn", Map.of());
        }
        if (ordersByKey.containsKey(key)) {
            return bodiesByKey.get(key).equals(body)
                    ? new Reply(200, ordersByKey.get(key))
                    : Reply.problem(422, "idempotency-key-reused", Map.of());
        }
        Map<String, Integer> items = carts.items(body.get("cartId").asString());
        Map<String, Object> underWay = pendingOrderOf(body.get("shopperId").asString());
        if (underWay != null) {
            return Reply.problem(409, "cart-ordered", Map.of("orderId", underWay.get("id")));
        }
        if (items.isEmpty()) {
            return Reply.problem(409, "empty-cart", Map.of());
        }
        if (!catalog.ids().containsAll(items.keySet())) {
            return Reply.problem(409, "product-gone", Map.of());
        }
        BigDecimal total = items.entrySet().stream()
                .map(item -> catalog.price(item.getKey()).multiply(BigDecimal.valueOf(item.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(body.get("expectedTotal").get("amount").decimalValue()) != 0) {
            return Reply.problem(409, "price-changed", Map.of("total", money(total)));
        }
        String card = body.get("payment").path("card").path("number").asString("");
        if (card.equals("4242424242424241")) {
            Map<String, Object> order = order(body, items, total, "DECLINED", "invalid-payment");
            return Reply.problem(
                    422,
                    "invalid-request",
                    Map.of(
                            "errors",
                            List.of(Map.of("field", "payment.card.number", "message", "is no card number")),
                            "orderId",
                            order.get("id")));
        }
        if (REFUSED_CARDS.containsKey(card)) {
            Map<String, Object> order = order(body, items, total, "DECLINED", REFUSED_CARDS.get(card));
            return Reply.problem(
                    402, "payment-declined", Map.of("reason", REFUSED_CARDS.get(card), "orderId", order.get("id")));
        }
        boolean unknown = card.equals("4000000000000341");
        Map<String, Object> order = order(body, items, total, unknown ? "PENDING" : "CONFIRMED", null);
        ordersByKey.put(key, order);
        bodiesByKey.put(key, body);
        if (!unknown) {
            items.clear();
        }
        return new Reply(unknown ? 202 : 201, order);
    }

    private Map<String, Object> pendingOrderOf(String shopper) {
        return orders.values().stream()
                .filter(order -> order.get("shopperId").equals(shopper))
                .filter(order -> order.get("status").equals("PENDING"))
                .findFirst()
                .orElse(null);
    }

    private Map<String, Object> order(
            JsonNode body, Map<String, Integer> items, BigDecimal total, String status, String reason) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("id", UUID.randomUUID().toString());
        order.put("status", status);
        order.put("shopperId", body.get("shopperId").asString());
        order.put(
                "items",
                items.entrySet().stream()
                        .map(item -> item(item.getKey(), item.getValue()))
                        .toList());
        order.put("total", money(total));
        order.put("shippingAddress", body.get("shippingAddress"));
        order.put("email", body.get("email").asString());
        order.put("payment", status.equals("CONFIRMED") ? payment(body.get("payment")) : null);
        order.put("placedAt", Instant.parse("2026-11-23T09:30:00Z").toString());
        order.put("reason", reason);
        orders.put((String) order.get("id"), order);
        return order;
    }

    private static Map<String, Object> payment(JsonNode sent) {
        Map<String, Object> payment = new LinkedHashMap<>();
        payment.put("id", "p-1");
        payment.put("method", sent.get("method").asString());
        String number = sent.path("card").path("number").asString("");
        payment.put("last4", number.isEmpty() ? null : number.substring(number.length() - 4));
        return payment;
    }

    private Map<String, Object> item(String id, int quantity) {
        Map<String, Object> product = catalog.product(id);
        return Map.of(
                "productId", id,
                "name", product.get("name"),
                "picture", product.get("picture"),
                "quantity", quantity,
                "unitPrice", money(catalog.price(id)),
                "lineTotal", money(catalog.price(id).multiply(BigDecimal.valueOf(quantity))));
    }

    private static Map<String, Object> money(BigDecimal amount) {
        return Map.of("amount", amount, "currency", "USD");
    }
}
