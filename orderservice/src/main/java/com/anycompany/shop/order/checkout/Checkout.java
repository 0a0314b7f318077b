package com.anycompany.shop.order.checkout;

import com.anycompany.service.spring.problem.ProblemException;
import com.anycompany.shop.order.checkout.CartClient.Cart;
import com.anycompany.shop.order.order.Money;
import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.Order.CartVersion;
import com.anycompany.shop.order.order.Order.Origin;
import com.anycompany.shop.order.order.Order.Purchase;
import com.anycompany.shop.order.order.OrderId;
import com.anycompany.shop.order.order.OrderStatus;
import com.anycompany.shop.order.order.Orders;
import com.anycompany.shop.order.payment.PaymentDetails;
import com.anycompany.shop.order.payment.PaymentOutcome;
import com.anycompany.shop.order.payment.Payments;
import com.anycompany.xray.spring.CurrentTrace;
import com.anycompany.xray.spring.Traced;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Checkout: places an order, exactly once for each key (docs/adr/008-checkout-state-machine.md).
 *
 * <ol>
 *   <li>Reads the cart and prices it. Nothing is written yet, and a request that fails here may simply be repeated.
 *   <li>Writes the order, PENDING, together with its key and its claim to the cart. From here on it will be settled, by this
 *       request or by the sweeper.
 *   <li>Pays; the order's id is the payment's key. Invalid payment details decline the order
 *       (docs/adr/036-cards-in-paymentservice-alone.md).
 *   <li>Writes the outcome, if the order is still PENDING.
 *   <li>Empties the cart and tells the recommendations.
 * </ol>
 */
@Component
class Checkout {

    private static final Logger log = LoggerFactory.getLogger(Checkout.class);
    private static final int ATTEMPTS = 3;

    private final Submissions submissions;
    private final Orders orders;
    private final Carts carts;
    private final Prices prices;
    private final Payments payments;
    private final FollowUp followUp;
    private final CheckoutTrace trace;
    private final Clock clock;

    Checkout(
            Submissions submissions,
            Orders orders,
            Carts carts,
            Prices prices,
            Payments payments,
            FollowUp followUp,
            CheckoutTrace trace,
            Clock clock) {
        this.submissions = submissions;
        this.orders = orders;
        this.carts = carts;
        this.prices = prices;
        this.payments = payments;
        this.followUp = followUp;
        this.trace = trace;
        this.clock = clock;
    }

    /** The order of this key, and whether it was placed before. */
    @Traced
    public Placement placeOrder(Submission submission, IdempotencyKey key) {
        Submitted submitted = Submitted.of(submission, key);
        Optional<Order> known = submitted.order(submissions);
        if (known.isPresent()) {
            return new Placement(known.get(), true);
        }
        Order order;
        try {
            order = draft(submission);
        } catch (ProblemException problem) {
            // Another request with this key may have bought the cart in the meantime.
            return submitted
                    .order(submissions)
                    .map(placed -> new Placement(placed, true))
                    .orElseThrow(() -> problem);
        }
        return place(order, submitted, submission.payment());
    }

    private Placement place(Order order, Submitted submitted, PaymentDetails details) {
        @Nullable OrderId failed = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (submissions.place(order, submitted.key(), submitted.fingerprint(), failed)) {
                return new Placement(pay(order, details), false);
            }
            Optional<Order> placed = submitted.order(submissions);
            if (placed.isPresent()) {
                // It may be this very order, where DynamoDB's first response was lost.
                return placed.get().id().equals(order.id())
                        ? new Placement(pay(order, details), false)
                        : new Placement(placed.get(), true);
            }
            failed = submissions.buyerOfCart(order).map(Checkout::failedOrder).orElse(null);
        }
        throw CheckoutProblems.busy();
    }

    /** A cart may be bought again only if the order that bought it was declined or cancelled. */
    private static OrderId failedOrder(Order buyer) {
        return switch (buyer.status()) {
            case DECLINED, CANCELLED -> buyer.id();
            case PENDING, CANCELLING, CONFIRMED -> throw CheckoutProblems.cartOrdered(buyer);
        };
    }

    private Order draft(Submission submission) {
        Cart cart = carts.snapshot(submission.cart());
        Purchase purchase = prices.priceCart(cart);
        Money total = purchase.total();
        if (!total.equals(submission.expectedTotal())) {
            throw CheckoutProblems.priceChanged(total);
        }
        return Order.pending(
                submission.buyer(),
                new CartVersion(submission.cart(), cart.version()),
                purchase,
                submission.payment().method(),
                new Origin(Instant.ofEpochMilli(clock.millis()), trace.current()));
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
        if (outcome instanceof PaymentOutcome.Invalid invalid) {
            CurrentTrace.annotate("order_id", settled.id().value());
            throw CheckoutProblems.invalidPayment(settled, invalid.errors());
        }
        return settled;
    }

    /** If another request or the sweeper was faster, the order is in the state that they wrote. */
    private Order write(Order order, PaymentOutcome outcome) {
        return outcome.write(orders, order.id())
                .or(() -> orders.find(order.id()))
                .orElse(order);
    }

    /** The key of a submission, and the fingerprint of the rest, so that a key that is reused for something else is detected. */
    private record Submitted(SubmissionKey key, String fingerprint) {

        static Submitted of(Submission submission, IdempotencyKey key) {
            return new Submitted(new SubmissionKey(submission.buyer().id(), key), Fingerprint.of(submission));
        }

        Optional<Order> order(Submissions submissions) {
            return submissions.orderOf(key, fingerprint);
        }
    }

    /** Order, and whether an earlier request placed it. */
    record Placement(Order order, boolean repeated) {}
}
