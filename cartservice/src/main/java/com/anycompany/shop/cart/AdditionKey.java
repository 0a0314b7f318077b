package com.anycompany.shop.cart;

import com.anycompany.service.spring.problem.InvalidValueException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Idempotency key of an addition to a cart. */
record AdditionKey(String value) {

    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Public, since Spring converts headers with it. */
    public AdditionKey {
        if (!FORMAT.matcher(value).matches()) {
            throw new InvalidValueException("must be 1 to 64 letters, digits, '-' or '_'");
        }
    }

    static AdditionKey random() {
        return new AdditionKey(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
