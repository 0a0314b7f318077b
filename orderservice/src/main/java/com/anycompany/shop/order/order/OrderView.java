package com.anycompany.shop.order.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Response with an order. */
public record OrderView(
        String id,
        OrderStatus status,
        String shopperId,
        List<Item> items,
        Money total,
        Address shippingAddress,
        String email,
        @Nullable PaymentView payment,
        Instant placedAt,
        @Nullable String reason) {

    public static OrderView of(Order order) {
        return new OrderView(
                order.id().value(),
                order.status().shown(),
                order.shopperId().value(),
                order.purchase().lines().stream().map(Item::of).toList(),
                order.purchase().total(),
                order.buyer().shippingAddress(),
                order.buyer().email(),
                PaymentView.of(order.payment()),
                order.origin().placedAt(),
                order.status() == OrderStatus.CANCELLING ? null : order.reason());
    }

    /** One product of the order. */
    record Item(String productId, String name, String picture, int quantity, Money unitPrice, Money lineTotal) {

        static Item of(OrderLine line) {
            return new Item(
                    line.productId().value(),
                    line.name(),
                    line.picture(),
                    line.quantity(),
                    line.unitPrice(),
                    line.lineTotal());
        }
    }

    /** How the order was paid; null until that is known. */
    record PaymentView(String id, String method, @Nullable String last4) {

        static @Nullable PaymentView of(Order.Payment payment) {
            PaymentReference made = payment.made();
            return made == null ? null : new PaymentView(made.id().value(), payment.method(), made.last4());
        }
    }
}
