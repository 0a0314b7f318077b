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
 *
 * @param lastAddition key of the last addition, by which one that is sent again is recognised
 */
record Cart(
        CartId id,
        long version,
        SortedMap<ProductId, Integer> quantities,
        @Nullable Instant expiresAt,
        @Nullable String lastAddition) {

    static final int MOST_PRODUCTS = 50;
    static final int LARGEST_QUANTITY = 99;

    static Cart empty(CartId id) {
        return new Cart(id, 0, new TreeMap<>(Map.of()), null, null);
    }

    boolean holds(ProductId product) {
        return quantities.containsKey(product);
    }

    /** How many pieces of the product it holds. */
    int quantityOf(ProductId product) {
        return quantities.getOrDefault(product, 0);
    }

    boolean isFull() {
        return quantities.size() >= MOST_PRODUCTS;
    }
}
