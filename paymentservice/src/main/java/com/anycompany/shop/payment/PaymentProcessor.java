package com.anycompany.shop.payment;

/**
 * The company that moves the money. As with real processors, authorizing only reserves it: a reservation lapses by
 * itself unless the payment is in the batch of captured ones, which is made from our table. So a crash between the
 * processor's verdict and our note of it takes nobody's money. Calls are idempotent by payment id.
 */
interface PaymentProcessor {

    /**
     * Reserves the money, or says why not.
     *
     * @throws ProcessorFailed when the processor says that it failed, or doesn't answer in time: whether the money is
     *     reserved is unknown until the call is repeated or the payment cancelled
     */
    Verdict authorize(String paymentId, PaymentRequest request);

    /** Frees, or gives back, what was reserved or taken for this payment; does nothing where nothing was. */
    void cancel(String paymentId);

    /** The processor's answer. */
    record Verdict(boolean approved, String reason) {

        static final Verdict APPROVED = new Verdict(true, "");

        static Verdict declined(String reason) {
            return new Verdict(false, reason);
        }
    }
}
