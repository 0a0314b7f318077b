package com.anycompany.shop.order.payment;

import com.anycompany.shop.order.order.FieldProblem;
import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.Orders;
import java.util.List;
import java.util.Optional;

/** What is known about an order's payment, and what that makes of a pending order. */
public sealed interface PaymentOutcome {

    /** Writes the order's new state; empty where it isn't pending any more, or nothing is known yet. */
    Optional<Order> write(Orders orders, String orderId);

    /** The money is taken. */
    record Captured(String paymentId) implements PaymentOutcome {

        @Override
        public Optional<Order> write(Orders orders, String orderId) {
            return orders.markPaid(orderId, paymentId);
        }
    }

    /** Payment was refused for good, by the processor or for what the shopper typed. */
    record Declined(String paymentId, String reason, List<FieldProblem> errors) implements PaymentOutcome {

        @Override
        public Optional<Order> write(Orders orders, String orderId) {
            return orders.markDeclined(orderId, paymentId, reason);
        }
    }

    /** There is none that counts: nobody asked, nobody answered, or it was voided. It may yet come. */
    record Open() implements PaymentOutcome {

        @Override
        public Optional<Order> write(Orders orders, String orderId) {
            return Optional.empty();
        }
    }
}
