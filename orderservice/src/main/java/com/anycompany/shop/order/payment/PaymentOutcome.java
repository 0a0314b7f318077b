package com.anycompany.shop.order.payment;

import com.anycompany.service.spring.problem.FieldViolation;
import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.OrderId;
import com.anycompany.shop.order.order.Orders;
import com.anycompany.shop.order.order.PaymentReference;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Outcome of an order's payment, and the transition of a pending order that follows from it. */
public sealed interface PaymentOutcome {

    /** Writes the order's new state; empty where it isn't pending any more, or nothing is known yet. */
    Optional<Order> write(Orders orders, OrderId order);

    /** The money is taken. */
    record Captured(PaymentReference payment) implements PaymentOutcome {

        @Override
        public Optional<Order> write(Orders orders, OrderId order) {
            return orders.markPaid(order, payment);
        }
    }

    /** The processor declined the payment for good. */
    record Declined(@Nullable PaymentReference payment, String reason) implements PaymentOutcome {

        @Override
        public Optional<Order> write(Orders orders, OrderId order) {
            return orders.markDeclined(order, payment, reason);
        }
    }

    /** The payment details are invalid: paymentservice made no payment, and names the fields. */
    record Invalid(List<FieldViolation> errors) implements PaymentOutcome {

        /** The reason of such an order. */
        static final String REASON = "invalid-payment";

        @Override
        public Optional<Order> write(Orders orders, OrderId order) {
            return orders.markDeclined(order, null, REASON);
        }
    }

    /** There is no payment that counts: none was requested or answered, or it was voided. One may still come. */
    record Open() implements PaymentOutcome {

        @Override
        public Optional<Order> write(Orders orders, OrderId order) {
            return Optional.empty();
        }
    }
}
