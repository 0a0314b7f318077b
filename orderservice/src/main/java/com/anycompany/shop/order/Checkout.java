package com.anycompany.shop.order;

import com.amazonaws.xray.spring.aop.XRayEnabled;
import com.anycompany.shop.order.CartClient.Cart;
import com.anycompany.shop.order.Prices.Quote;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Places an order, exactly once for each key.
 *
 * <ol>
 *   <li>Reads the cart and prices it: nothing has happened yet, and whatever fails here may simply be repeated.
 *   <li>Writes the order, PENDING, together with the key: from here on it will be settled, by this request or by the
 *       {@link Sweeper}.
 *   <li>Pays; the order's id is the payment's key.
 *   <li>Writes what became of it, if the order is still PENDING.
 *   <li>Empties the cart and tells the recommendations.
 * </ol>
 */
@Component
class Checkout {

    private static final Logger log = LoggerFactory.getLogger(Checkout.class);
    private static final int ATTEMPTS = 3;

    private final Orders orders;
    private final Carts carts;
    private final Prices prices;
    private final Payments payments;
    private final FollowUp followUp;
    private final CheckoutTrace trace;
    private final Clock clock;

    Checkout(
            Orders orders,
            Carts carts,
            Prices prices,
            Payments payments,
            FollowUp followUp,
            CheckoutTrace trace,
            Clock clock) {
        this.orders = orders;
        this.carts = carts;
        this.prices = prices;
        this.payments = payments;
        this.followUp = followUp;
        this.trace = trace;
        this.clock = clock;
    }

    /** The order of this key, and whether it was placed before. */
    @XRayEnabled
    public Placement placeOrder(Submission submission, String key) {
        String fingerprint = Fingerprint.of(submission);
        Optional<Order> known = orders.submittedAs(key, fingerprint);
        if (known.isPresent()) {
            return new Placement(known.get(), true);
        }
        Order order;
        try {
            order = draft(submission);
        } catch (Problem problem) {
            // Another request with this key may have bought the cart in the meantime.
            return orders.submittedAs(key, fingerprint)
                    .map(placed -> new Placement(placed, true))
                    .orElseThrow(() -> problem);
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (orders.place(order, key, fingerprint)) {
                return new Placement(pay(order, submission.payment()), false);
            }
            Optional<Order> other = orders.submittedAs(key, fingerprint);
            if (other.isPresent()) {
                return new Placement(other.get(), true);
            }
        }
        throw Problem.busy();
    }

    private Order draft(Submission submission) {
        Cart cart = carts.snapshot(submission.cartId());
        Quote quote = prices.priceCart(cart);
        Money total = quote.total();
        if (!total.equals(submission.expectedTotal())) {
            throw Problem.priceChanged(total);
        }
        return new Order(
                UUID.randomUUID().toString(),
                OrderStatus.PENDING,
                submission.shopperId(),
                submission.cartId(),
                cart.version(),
                submission.email(),
                quote.lines(),
                total,
                submission.shippingAddress(),
                submission.payment().method(),
                submission.payment().last4(),
                null,
                null,
                Instant.ofEpochMilli(clock.millis()),
                trace.current(),
                0);
    }

    private Order pay(Order order, PaymentDetails details) {
        PaymentOutcome outcome = payments.pay(order, details);
        Order settled;
        try {
            settled = write(order, outcome);
        } catch (SdkException e) {
            log.warn("Order {} is left to the sweeper: {}", order.id(), e.toString());
            return order;
        }
        if (settled.status() == OrderStatus.CONFIRMED) {
            followUp.begin(settled);
        }
        if (outcome instanceof PaymentOutcome.Declined declined
                && !declined.errors().isEmpty()) {
            throw Problem.invalidPayment(settled, declined.errors());
        }
        return settled;
    }

    /** Where somebody else was faster, the order is as they left it. */
    private Order write(Order order, PaymentOutcome outcome) {
        return outcome.write(orders, order.id())
                .or(() -> orders.find(order.id()))
                .orElse(order);
    }

    /** An order, and whether an earlier request placed it. */
    record Placement(Order order, boolean repeated) {}
}
