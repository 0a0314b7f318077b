package com.anycompany.shop.order.checkout;

import com.anycompany.shop.order.order.Identifier;
import java.util.regex.Pattern;

/** Idempotency key: the same key places the same order, however often it is sent. */
public record IdempotencyKey(String value) {

    static final Pattern FORMAT = Identifier.FORMAT;

    public IdempotencyKey {
        Identifier.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
