package com.anycompany.shop.order.order;

import com.anycompany.service.spring.problem.InvalidValueException;
import java.util.regex.Pattern;

/** Product id: the 13 digits of its article number (EAN-13). */
public record ProductId(String value) {

    static final Pattern FORMAT = Pattern.compile("[0-9]{13}");

    public ProductId {
        if (!FORMAT.matcher(value).matches()) {
            throw new InvalidValueException("must be a 13-digit EAN");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
