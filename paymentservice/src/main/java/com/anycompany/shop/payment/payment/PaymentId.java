package com.anycompany.shop.payment.payment;

import com.anycompany.service.spring.problem.InvalidValueException;
import java.util.regex.Pattern;

/**
 * Payment id. It follows from the order's id, so that a second payment for the same order is the same item, and is refused by
 * DynamoDB itself.
 */
record PaymentId(String value) {

    static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{1,68}");

    private static final String PREFIX = "pay-";

    /** Public, since Spring converts path variables with it. */
    public PaymentId {
        if (!FORMAT.matcher(value).matches()) {
            throw new InvalidValueException("must be a payment's id, such as pay-17");
        }
    }

    static PaymentId of(OrderId order) {
        return new PaymentId(PREFIX + order);
    }

    @Override
    public String toString() {
        return value;
    }
}
