package com.anycompany.shop.order.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order, with all that is needed to finish or cancel it without the request that placed it: the cart's version (to
 * empty just that cart) and the trace it belongs to.
 *
 * @param tries how often the sweeper has taken it up
 */
public record Order(
        String id,
        OrderStatus status,
        String shopperId,
        String cartId,
        long cartVersion,
        String email,
        List<OrderLine> lines,
        Money total,
        Address shippingAddress,
        String method,
        @Nullable String last4,
        @Nullable String paymentId,
        @Nullable String reason,
        Instant placedAt,
        @Nullable String trace,
        int tries) {

    /** What was bought together. */
    public List<String> productIds() {
        return lines.stream().map(OrderLine::productId).toList();
    }
}
