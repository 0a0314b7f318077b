package com.anycompany.shop.payment.payment;

import com.anycompany.service.spring.problem.ProblemException;
import com.anycompany.shop.payment.payment.Payment.Charge;
import com.anycompany.shop.payment.processor.ProcessorFailed;
import org.springframework.http.HttpStatus;

/** Problems of payments. */
final class PaymentProblems {

    private PaymentProblems() {}

    static ProblemException declined(Payment payment) {
        ProblemException.Builder problem = of(HttpStatus.PAYMENT_REQUIRED, "payment-declined", payment)
                .detail("The payment was declined (" + payment.reason() + "). Pay another way.")
                .property("reason", String.valueOf(payment.reason()));
        Charge charge = payment.charge();
        if (charge != null && charge.last4() != null) {
            problem.property("last4", charge.last4());
        }
        return problem.build();
    }

    static ProblemException voided(Payment payment) {
        return of(HttpStatus.CONFLICT, "payment-voided", payment)
                .detail("This order's payment was voided and can't be taken up again. Place a new order.")
                .build();
    }

    static ProblemException paymentExists(Payment payment) {
        return of(HttpStatus.CONFLICT, "payment-exists", payment)
                .detail("This order has a payment under another Idempotency-Key. Read it instead of paying again.")
                .build();
    }

    static ProblemException inProgress(Payment payment) {
        return of(HttpStatus.CONFLICT, "payment-in-progress", payment)
                .detail("Another request is paying this order right now. Repeat with the same Idempotency-Key in a"
                        + " moment.")
                .build();
    }

    static ProblemException keyReused() {
        return ProblemException.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused")
                .detail("This Idempotency-Key was sent with a different payment. Use a new key for a new order.")
                .build();
    }

    static ProblemException processorFailed(Payment payment, ProcessorFailed failure) {
        return failure.isTimeout()
                ? of(HttpStatus.GATEWAY_TIMEOUT, "processor-timeout", payment)
                        .title("Payment processor timed out")
                        .detail(
                                "Whether the money was taken is unknown. Repeat with the same Idempotency-Key, or void.")
                        .cause(failure)
                        .build()
                : of(HttpStatus.BAD_GATEWAY, "processor-error", payment)
                        .title("Payment processor failed")
                        .detail("The processor failed. Repeat with the same Idempotency-Key, or void.")
                        .cause(failure)
                        .build();
    }

    static ProblemException unknownPayment(PaymentId id) {
        return unknown(id.value());
    }

    static ProblemException unknownPayment(OrderId order) {
        return unknown("of order " + order);
    }

    private static ProblemException unknown(String payment) {
        return ProblemException.of(HttpStatus.NOT_FOUND, "unknown-payment")
                .detail("There is no payment " + payment + ". Check the id.")
                .build();
    }

    private static ProblemException.Builder of(HttpStatus status, String slug, Payment payment) {
        return ProblemException.of(status, slug)
                .property("paymentId", payment.id().value())
                .property("orderId", payment.orderId().value());
    }
}
