package com.anycompany.shop.frontend.product;

import com.anycompany.service.spring.problem.InvalidValueException;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Product id: the 13 digits of its article number (EAN-13). */
public record ProductId(@JsonValue String value) {

    private static final Pattern FORMAT = Pattern.compile("[0-9]{13}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProductId {
        if (!FORMAT.matcher(value).matches()) {
            throw new InvalidValueException("must be a 13-digit EAN");
        }
    }

    /** The bare value, as it stands in addresses and pages. */
    @Override
    public String toString() {
        return value;
    }
}
