package com.anycompany.shop.cart;

import com.anycompany.service.spring.problem.InvalidValueException;
import java.util.regex.Pattern;

/** Cart id, which is the id of its shopper. */
record CartId(String value) {

    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Public, since Spring converts path variables with it. */
    public CartId {
        if (!FORMAT.matcher(value).matches()) {
            throw new InvalidValueException("must be 1 to 64 letters, digits, '-' or '_'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
