package com.anycompany.shop.payment.processor;

import com.anycompany.shop.payment.method.PaymentDetails;

/**
 * Payment processor: the company that moves the money. As with real processors, authorizing only reserves it: a reservation lapses by
 * itself unless the payment is in the batch of captured ones, which is made from our table. So a crash between the
 * processor's verdict and our record of it takes no money. Calls are idempotent by payment id.
 */
public interface PaymentProcessor {

    /**
     * Reserves the money, or declines.
     *
     * @throws ProcessorFailed when the processor fails or times out: whether the money is
     *     reserved is unknown until the call is repeated or the payment cancelled
     */
    Verdict authorize(String paymentId, PaymentDetails details);

    /** Frees, or gives back, what was reserved or taken for this payment; does nothing where nothing was. */
    void cancel(String paymentId);

    /** Decision of the processor. */
    record Verdict(boolean approved, String reason) {

        public static final Verdict APPROVED = new Verdict(true, "");

        public static Verdict declined(String reason) {
            return new Verdict(false, reason);
        }
    }
}
