package com.anycompany.shop.order.checkout;

/**
 * Idempotency key of a submission, with a fingerprint of the rest, so that a key that is reused for something else is
 * detected.
 */
record SubmissionKey(IdempotencyKey key, String fingerprint) {

    static SubmissionKey of(IdempotencyKey key, Submission submission) {
        return new SubmissionKey(key, Fingerprint.of(submission));
    }
}
