package com.anycompany.shop.order.checkout;

import com.anycompany.shop.order.order.ShopperId;

/**
 * Idempotency key of one shopper. A key counts for its shopper alone: another one who knows it can neither use it up
 * nor withdraw it (docs/adr/044-shopper-secret.md).
 */
record SubmissionKey(ShopperId shopper, IdempotencyKey key) {

    /** The id of its item, and the order's reference to it: {@code 5f1c…#k-42}. */
    @Override
    public String toString() {
        return shopper + "#" + key;
    }
}
