package com.anycompany.shop.order.payment;

import com.amazonaws.xray.spring.aop.XRayEnabled;
import com.anycompany.shop.order.order.FieldProblem;
import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.QuickRetry;
import com.anycompany.shop.order.payment.PaymentClient.Cancellation;
import com.anycompany.shop.order.payment.PaymentClient.Charge;
import com.anycompany.shop.order.payment.PaymentClient.Payment;
import com.anycompany.shop.order.payment.PaymentClient.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.registry.ImportHttpServices;

/** The orders' payments. The order's id is the key of its payment, so that asking again never pays twice. */
@Component
@ImportHttpServices(group = "paymentservice", types = PaymentClient.class)
public class Payments {

    private static final Logger log = LoggerFactory.getLogger(Payments.class);

    private final PaymentClient client;

    Payments(PaymentClient client) {
        this.client = client;
    }

    @XRayEnabled
    public PaymentOutcome pay(Order order, PaymentDetails details) {
        Charge charge = new Charge(order.id(), order.total(), details.method(), details.card(), details.wallet());
        AtomicInteger asked = new AtomicInteger();
        try {
            return outcome(QuickRetry.of(() -> {
                asked.incrementAndGet();
                return client.pay(order.id(), charge);
            }));
        } catch (HttpClientErrorException e) {
            return refused(order, e, asked.get() == 1);
        } catch (RestClientException e) {
            log.warn("Whether order {} is paid is unknown: {}", order.id(), e.toString());
            return new PaymentOutcome.Open();
        }
    }

    /** What the payment service knows of this order's payment. */
    public PaymentOutcome of(Order order) {
        try {
            return outcome(QuickRetry.of(() -> client.paymentOf(order.id())));
        } catch (HttpClientErrorException.NotFound e) {
            return new PaymentOutcome.Open();
        }
    }

    /** Sees to it that this order neither has nor gets a captured payment. */
    public void cancel(Order order) {
        QuickRetry.of(() -> client.cancel(new Cancellation(order.id())));
    }

    private static PaymentOutcome outcome(Payment payment) {
        return switch (payment.status()) {
            case "CAPTURED" -> new PaymentOutcome.Captured(payment.id());
            case "DECLINED" ->
                new PaymentOutcome.Declined(
                        payment.id(), Objects.requireNonNullElse(payment.reason(), "card-declined"), List.of());
            default -> new PaymentOutcome.Open();
        };
    }

    /**
     * Bad details say only of this request that it took no money; where one before it may have arrived, the order is left to
     * the sweeper. A declined payment is declined, whoever hears of it.
     */
    private static PaymentOutcome refused(Order order, HttpClientErrorException e, boolean first) {
        Refusal refusal = refusal(e);
        String paymentId = refusal == null ? null : refusal.paymentId();
        if (refusal != null && e.getStatusCode().isSameCodeAs(HttpStatus.PAYMENT_REQUIRED)) {
            return new PaymentOutcome.Declined(
                    Objects.requireNonNullElse(paymentId, ""),
                    Objects.requireNonNullElse(refusal.reason(), "card-declined"),
                    List.of());
        }
        List<FieldProblem> errors = refusal == null ? List.of() : inOurTerms(refusal.errors());
        if (first && !errors.isEmpty() && e.getStatusCode().isSameCodeAs(HttpStatus.UNPROCESSABLE_CONTENT)) {
            return new PaymentOutcome.Declined("", "invalid-payment", errors);
        }
        log.warn("Whether order {} is paid is unknown: {}", order.id(), e.getStatusCode());
        return new PaymentOutcome.Open();
    }

    private static @Nullable Refusal refusal(HttpClientErrorException e) {
        try {
            return e.getResponseBodyAs(Refusal.class);
        } catch (RuntimeException unreadable) {
            log.warn("Payment service's answer {} can't be read", e.getStatusCode());
            return null;
        }
    }

    private static List<FieldProblem> inOurTerms(@Nullable List<FieldProblem> errors) {
        return errors == null
                ? List.of()
                : errors.stream()
                        .map(error -> new FieldProblem("payment." + error.field(), error.message()))
                        .toList();
    }
}
