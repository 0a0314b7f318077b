package com.anycompany.shop.order.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as its readers see it. */
public record OrderView(
        String id,
        OrderStatus status,
        String shopperId,
        List<OrderLine> items,
        Money total,
        Address shippingAddress,
        String email,
        @Nullable PaymentView payment,
        Instant placedAt,
        @Nullable String reason) {

    public static OrderView of(Order order) {
        return new OrderView(
                order.id(),
                order.status().shown(),
                order.shopperId(),
                order.lines(),
                order.total(),
                order.shippingAddress(),
                order.email(),
                PaymentView.of(order),
                order.placedAt(),
                order.status() == OrderStatus.CANCELLING ? null : order.reason());
    }

    /** How an order was paid; null until that is known. */
    record PaymentView(String id, String method, @Nullable String last4) {

        public static @Nullable PaymentView of(Order order) {
            String id = order.paymentId();
            return id == null || id.isEmpty() ? null : new PaymentView(id, order.method(), order.last4());
        }
    }
}
