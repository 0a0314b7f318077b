package com.anycompany.shop.order.settlement;

import com.anycompany.shop.order.checkout.FollowUp;
import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.Orders;
import com.anycompany.shop.order.payment.PaymentOutcome;
import com.anycompany.shop.order.payment.Payments;
import com.anycompany.xray.spring.Traced;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Settlement of an order whose request didn't finish: confirms, declines or cancels it.
 *
 * <p>The rule that keeps payments and orders consistent, also between replicas: a payment is voided only for an order that is
 * CANCELLING, and only a PENDING order is confirmed. So the decision is written before it is carried out, and no confirmed
 * order loses its payment to a sweeper that read the order's earlier state.
 */
@Component
public class Settlement {

    static final String NOT_PAID = "payment-not-completed";

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    private final Orders orders;
    private final Payments payments;
    private final FollowUp followUp;

    Settlement(Orders orders, Payments payments, FollowUp followUp) {
        this.orders = orders;
        this.payments = payments;
        this.followUp = followUp;
    }

    @Traced
    public void settle(Order order) {
        switch (order.status()) {
            case PENDING -> settlePending(order);
            case CANCELLING -> cancel(order);
            case CONFIRMED -> followUp.complete(order);
            case DECLINED, CANCELLED -> log.debug("Order {} needs nothing", order.id());
        }
    }

    private void settlePending(Order order) {
        PaymentOutcome outcome = payments.of(order);
        Optional<Order> decided = outcome instanceof PaymentOutcome.Open
                ? orders.markCancelling(order.id(), NOT_PAID)
                : outcome.write(orders, order.id());
        decided.ifPresent(now -> {
            log.info("Order {} was not finished by its request: {}", now.id(), now.status());
            settle(now);
        });
    }

    private void cancel(Order order) {
        payments.cancel(order);
        orders.markCancelled(order.id());
        log.info("Order {} is cancelled, and holds no payment", order.id());
    }
}
