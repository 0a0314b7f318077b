package com.anycompany.shop.order.payment;

import com.anycompany.service.spring.http.RetryOnce;
import com.anycompany.service.spring.problem.FieldViolation;
import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.PaymentId;
import com.anycompany.shop.order.order.PaymentReference;
import com.anycompany.shop.order.payment.PaymentClient.Cancellation;
import com.anycompany.shop.order.payment.PaymentClient.Charge;
import com.anycompany.shop.order.payment.PaymentClient.Payment;
import com.anycompany.shop.order.payment.PaymentClient.Refusal;
import com.anycompany.xray.spring.Traced;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.registry.ImportHttpServices;

/** Payments of orders. The order's id is the key of its payment, so that a repeated request never pays twice. */
@Component
@ImportHttpServices(group = "paymentservice", types = PaymentClient.class)
public class Payments {

    private static final Logger log = LoggerFactory.getLogger(Payments.class);
    private static final String DEFAULT_REASON = "card-declined";

    private final PaymentClient client;
    private final RetryOnce retry = RetryOnce.onConnectionFailure();

    Payments(PaymentClient client) {
        this.client = client;
    }

    @Traced
    public PaymentOutcome pay(Order order, PaymentDetails details) {
        Charge charge = Charge.of(order.id(), order.purchase().total(), details);
        AtomicInteger attempts = new AtomicInteger();
        try {
            return outcome(retry.call(() -> {
                attempts.incrementAndGet();
                return client.pay(order.id(), charge);
            }));
        } catch (HttpClientErrorException e) {
            return refused(order, e, attempts.get() == 1);
        } catch (RestClientException e) {
            log.warn("Whether order {} is paid is unknown: {}", order.id(), e.toString());
            return new PaymentOutcome.Open();
        }
    }

    /** The outcome as paymentservice knows it. */
    public PaymentOutcome of(Order order) {
        try {
            return outcome(retry.call(() -> client.paymentOf(order.id())));
        } catch (HttpClientErrorException.NotFound e) {
            return new PaymentOutcome.Open();
        }
    }

    /** Ensures that this order neither has nor gets a captured payment. */
    public void cancel(Order order) {
        retry.run(() -> client.cancel(new Cancellation(order.id().value())));
    }

    private static PaymentOutcome outcome(Payment payment) {
        return switch (payment.status()) {
            case "CAPTURED" -> new PaymentOutcome.Captured(reference(payment.id(), payment.last4()));
            case "DECLINED" -> declined(reference(payment.id(), payment.last4()), payment.reason());
            default -> new PaymentOutcome.Open();
        };
    }

    /**
     * Invalid details say only of this request that it took no money; where a request before it may have arrived, the order
     * is left to the sweeper. A declined payment is declined, whichever request learns of it.
     */
    private static PaymentOutcome refused(Order order, HttpClientErrorException e, boolean first) {
        Refusal refusal = refusal(e);
        if (refusal != null && e.getStatusCode().isSameCodeAs(HttpStatus.PAYMENT_REQUIRED)) {
            String id = refusal.paymentId();
            return declined(id == null ? null : reference(id, refusal.last4()), refusal.reason());
        }
        List<FieldViolation> errors = refusal == null ? List.of() : ofSubmission(refusal.errors());
        if (first && !errors.isEmpty() && isAboutTheRequest(e.getStatusCode())) {
            return new PaymentOutcome.Invalid(errors);
        }
        log.warn("Whether order {} is paid is unknown: {}", order.id(), e.getStatusCode());
        return new PaymentOutcome.Open();
    }

    private static boolean isAboutTheRequest(HttpStatusCode status) {
        return status.isSameCodeAs(HttpStatus.BAD_REQUEST) || status.isSameCodeAs(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static PaymentOutcome declined(@Nullable PaymentReference payment, @Nullable String reason) {
        return new PaymentOutcome.Declined(payment, Objects.requireNonNullElse(reason, DEFAULT_REASON));
    }

    private static PaymentReference reference(String id, @Nullable String last4) {
        return new PaymentReference(new PaymentId(id), last4);
    }

    private static @Nullable Refusal refusal(HttpClientErrorException e) {
        try {
            return e.getResponseBodyAs(Refusal.class);
        } catch (RuntimeException unreadable) {
            log.warn("Payment service's response {} can't be read", e.getStatusCode());
            return null;
        }
    }

    /** The fields as they are named in a submission, of which the payment is a part. */
    private static List<FieldViolation> ofSubmission(@Nullable List<FieldViolation> errors) {
        return errors == null
                ? List.of()
                : errors.stream()
                        .map(error -> new FieldViolation("payment." + error.field(), error.message()))
                        .toList();
    }
}
