package com.anycompany.shop.cart;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Cart of one shopper: quantities by product. The version begins at the time in milliseconds and grows with
 * each change, emptied or not, so that a version names one content for ever: a late "delete if still this version" can't
 * hit a cart that was filled anew.
 */
record Cart(
        CartId id,
        long version,
        SortedMap<ProductId, Integer> quantities,
        @Nullable Instant expiresAt) {

    static final int MOST_PRODUCTS = 50;
    static final int LARGEST_QUANTITY = 99;

    static Cart empty(CartId id) {
        return new Cart(id, 0, new TreeMap<>(Map.of()), null);
    }

    boolean holds(ProductId product) {
        return quantities.containsKey(product);
    }

    boolean isFull() {
        return quantities.size() >= MOST_PRODUCTS;
    }
}
