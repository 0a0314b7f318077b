package com.anycompany.shop.payment.method;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Objects;
import java.util.regex.Pattern;

/** Card security code (CVC), which can't be printed. */
public record SecurityCode(String digits) {

    private static final Pattern DIGITS = Pattern.compile("\\d{3,4}");

    public SecurityCode {
        Objects.requireNonNull(digits);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SecurityCode of(String text) {
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
