package com.anycompany.shop.frontend.web;

import com.anycompany.service.spring.problem.InvalidValueException;
import java.util.regex.Pattern;

/** The format of the ids that the shop makes itself, the same as in the services: 1 to 64 letters, digits, '-' or '_'. */
public final class IdFormat {

    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private IdFormat() {}

    public static boolean isValid(String id) {
        return FORMAT.matcher(id).matches();
    }

    /**
     * Returns the id.
     *
     * @throws InvalidValueException if it doesn't have the format
     */
    public static String requireValid(String id) {
        if (!isValid(id)) {
            throw new InvalidValueException("must be 1 to 64 letters, digits, '-' or '_'");
        }
        return id;
    }
}
