package com.anycompany.shop.order.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.regex.Pattern;

/** A card's security code (CVC): it is checked and passed on, and can't be printed. */
record SecurityCode(@JsonValue String digits) {

    private static final Pattern DIGITS = Pattern.compile("\\d{3,4}");

    SecurityCode {
        Objects.requireNonNull(digits);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SecurityCode of(String text) {
        return new SecurityCode(text);
    }

    boolean isWellFormed() {
        return DIGITS.matcher(digits).matches();
    }

    @Override
    public String toString() {
        return "•••";
    }
}
