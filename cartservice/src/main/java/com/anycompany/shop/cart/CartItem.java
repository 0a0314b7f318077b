package com.anycompany.shop.cart;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a cart lies in DynamoDB: {@code id}, {@code version}, {@code items} (product to quantity), {@code expiresAt}. */
final class CartItem {

    private CartItem() {}

    static Cart read(Map<String, AttributeValue> item) {
        SortedMap<String, Integer> quantities = new TreeMap<>();
        item.getOrDefault("items", AttributeValue.fromM(Map.of()))
                .m()
                .forEach((productId, quantity) -> quantities.put(productId, Integer.valueOf(quantity.n())));
        return new Cart(required(item, "id").s(), number(item, "version"), quantities, expiry(item));
    }

    static Instant expiry(Map<String, AttributeValue> item) {
        return Instant.ofEpochSecond(number(item, "expiresAt"));
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(required(item, name).n());
    }

    private static AttributeValue required(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("A cart in the table has no attribute " + name);
        }
        return value;
    }
}
