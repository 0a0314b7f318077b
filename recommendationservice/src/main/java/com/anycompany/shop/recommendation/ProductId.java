package com.anycompany.shop.recommendation;

import com.anycompany.service.spring.problem.InvalidValueException;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Product id: the 13 digits of its article number (EAN-13). */
record ProductId(@JsonValue String value) {

    static final String REGEX = "[0-9]{13}";
    static final String RULE = "must be a 13-digit EAN";
    private static final Pattern FORMAT = Pattern.compile(REGEX);

    /** Public, since Spring converts path variables with it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProductId {
        if (!FORMAT.matcher(value).matches()) {
            throw new InvalidValueException(RULE);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
