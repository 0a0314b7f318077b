package com.anycompany.shop.payment;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What can go wrong with a payment, as its caller is told it: RFC 9457 problems with a type and a remedy. */
final class Problem extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    private Problem(HttpStatus status, String slug, String title, String detail, Map<String, Object> properties) {
        super(status, body(status, slug, title, detail, properties), null);
    }

    static Problem declined(Payment payment) {
        Map<String, Object> properties = of(payment);
        properties.put("reason", String.valueOf(payment.reason()));
        return new Problem(
                HttpStatus.PAYMENT_REQUIRED,
                "payment-declined",
                "Payment declined",
                "The payment was declined (" + payment.reason() + "). Pay another way.",
                properties);
    }

    static Problem voided(Payment payment) {
        return new Problem(
                HttpStatus.CONFLICT,
                "payment-voided",
                "Payment voided",
                "This order's payment was voided and can't be taken up again. Place a new order.",
                of(payment));
    }

    static Problem paymentExists(Payment payment) {
        return new Problem(
                HttpStatus.CONFLICT,
                "payment-exists",
                "Payment exists",
                "This order has a payment under another Idempotency-Key. Read it instead of paying again.",
                of(payment));
    }

    static Problem inProgress(Payment payment) {
        return new Problem(
                HttpStatus.CONFLICT,
                "payment-in-progress",
                "Payment in progress",
                "Another request is paying this order right now. Repeat with the same Idempotency-Key in a moment.",
                of(payment));
    }

    static Problem keyReused() {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "Idempotency key reused",
                "This Idempotency-Key was sent with a different payment. Use a new key for a new order.",
                Map.of());
    }

    static Problem processorFailed(Payment payment, ProcessorFailed failure) {
        return failure.isTimeout()
                ? new Problem(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "processor-timeout",
                        "Payment processor timed out",
                        "Whether the money was taken is unknown. Repeat with the same Idempotency-Key, or void.",
                        of(payment))
                : new Problem(
                        HttpStatus.BAD_GATEWAY,
                        "processor-error",
                        "Payment processor failed",
                        "The processor failed. Repeat with the same Idempotency-Key, or void.",
                        of(payment));
    }

    static Problem unknownPayment(String what) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-payment",
                "Unknown payment",
                "There is no payment " + what + ". Check the id.",
                Map.of());
    }

    private static Map<String, Object> of(Payment payment) {
        return new HashMap<>(Map.of("paymentId", payment.id(), "orderId", payment.orderId()));
    }

    static ProblemDetail body(
            HttpStatus status, String slug, String title, String detail, Map<String, Object> properties) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:" + slug));
        problem.setTitle(title);
        properties.forEach(problem::setProperty);
        return problem;
    }
}
