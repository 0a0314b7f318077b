package com.anycompany.shop.order.order;

import com.anycompany.service.spring.problem.InvalidValueException;
import java.util.regex.Pattern;

/** Format that ids and keys have in common. */
public final class Identifier {

    /** For {@code @Pattern} on the fields of a request body. */
    public static final String REGEX = "[A-Za-z0-9_-]{1,64}";

    public static final String RULE = "must be 1 to 64 letters, digits, '-' or '_'";
    public static final Pattern FORMAT = Pattern.compile(REGEX);

    private Identifier() {}

    /** Throws an {@link InvalidValueException} for a text of another format. */
    public static void require(String value) {
        if (!FORMAT.matcher(value).matches()) {
            throw new InvalidValueException(RULE);
        }
    }
}
