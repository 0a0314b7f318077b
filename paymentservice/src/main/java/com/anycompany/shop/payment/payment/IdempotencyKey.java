package com.anycompany.shop.payment.payment;

import com.anycompany.service.spring.problem.InvalidValueException;
import java.util.regex.Pattern;

/** Idempotency key: a request with the same key gets the same payment, however often it is sent. */
record IdempotencyKey(String value) {

    static final Pattern FORMAT = OrderId.FORMAT;

    /** Public, since Spring converts headers with it. */
    public IdempotencyKey {
        if (!FORMAT.matcher(value).matches()) {
            throw new InvalidValueException(OrderId.RULE);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
