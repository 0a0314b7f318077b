package com.anycompany.shop.frontend.checkout;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of an order that was tried. */
record Outcome(
        Kind kind, @Nullable String orderId, @Nullable String reason, Map<String, String> problems) {

    /** All that can happen; each leads to another page. */
    enum Kind {
        PLACED,
        EMPTY_CART,
        PRODUCT_GONE,
        PRICE_CHANGED,
        DECLINED,
        KEY_REUSED,
        INVALID,
        CART_ORDERED,
        WITHDRAWN,
        /** Nothing was ordered, since orderservice or a service that it needs is away. */
        UNAVAILABLE,
        /** Nobody knows yet: the order was sent, and its answer didn't come in time. */
        UNKNOWN
    }

    static Outcome placed(String orderId) {
        return new Outcome(Kind.PLACED, orderId, null, Map.of());
    }

    static Outcome of(Kind kind) {
        return new Outcome(kind, null, null, Map.of());
    }

    static Outcome cartOrdered(@Nullable String orderId) {
        return new Outcome(Kind.CART_ORDERED, orderId, null, Map.of());
    }

    static Outcome declined(@Nullable String orderId, @Nullable String reason) {
        return new Outcome(Kind.DECLINED, orderId, reason, Map.of());
    }

    static Outcome invalid(Map<String, String> problems) {
        return new Outcome(Kind.INVALID, null, null, problems);
    }
}
