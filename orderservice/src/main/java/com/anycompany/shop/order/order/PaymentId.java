package com.anycompany.shop.order.order;

import java.util.regex.Pattern;

/** Payment id, given by paymentservice. */
public record PaymentId(String value) {

    static final Pattern FORMAT = Identifier.FORMAT;

    public PaymentId {
        Identifier.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
