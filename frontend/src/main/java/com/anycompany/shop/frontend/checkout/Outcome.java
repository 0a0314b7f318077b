package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.orders.OrderId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Result of placing an order.
 *
 * @param problems message keys by form field, in the order of the form
 */
record Outcome(
        Kind kind, @Nullable OrderId orderId, @Nullable String reason, Map<String, String> problems) {

    /** The possible results; each leads to another page. */
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
        /** Nothing was ordered, because orderservice or a service that it needs is unavailable. */
        UNAVAILABLE,
        /** The order was sent, and no answer came in time: it may have been placed. */
        UNKNOWN
    }

    static Outcome of(Kind kind) {
        return new Outcome(kind, null, null, Map.of());
    }

    static Outcome placed(OrderId orderId) {
        return new Outcome(Kind.PLACED, orderId, null, Map.of());
    }

    static Outcome cartOrdered(@Nullable OrderId orderId) {
        return new Outcome(Kind.CART_ORDERED, orderId, null, Map.of());
    }

    static Outcome declined(@Nullable OrderId orderId, @Nullable String reason) {
        return new Outcome(Kind.DECLINED, orderId, reason, Map.of());
    }

    static Outcome invalid(Map<String, String> problems) {
        return new Outcome(Kind.INVALID, null, null, problems);
    }
}
