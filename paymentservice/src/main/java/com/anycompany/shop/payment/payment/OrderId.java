package com.anycompany.shop.payment.payment;

import com.anycompany.service.spring.problem.InvalidValueException;
import java.util.regex.Pattern;

/** Order id, given by orderservice. */
record OrderId(String value) {

    /** For {@code @Pattern} on the fields of a request body. */
    static final String REGEX = "[A-Za-z0-9_-]{1,64}";

    static final String RULE = "must be 1 to 64 letters, digits, '-' or '_'";
    static final Pattern FORMAT = Pattern.compile(REGEX);

    /** Public, since Spring converts parameters with it. */
    public OrderId {
        if (!FORMAT.matcher(value).matches()) {
            throw new InvalidValueException(RULE);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
