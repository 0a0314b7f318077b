package com.anycompany.shop.order.checkout;

/**
 * What tells one submission from another: the key that came with it, and a fingerprint of the rest, so that a key that is
 * used for something else is noticed.
 */
record SubmissionKey(String key, String fingerprint) {

    static SubmissionKey of(String key, Submission submission) {
        return new SubmissionKey(key, Fingerprint.of(submission));
    }
}
