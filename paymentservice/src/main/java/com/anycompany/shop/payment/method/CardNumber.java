package com.anycompany.shop.payment.method;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Objects;
import java.util.regex.Pattern;

/** Card number (PAN) that can't be printed by accident: as a string it shows only its last four digits. */
public record CardNumber(String digits) {

    private static final Pattern SEPARATORS = Pattern.compile("[ -]");
    private static final Pattern DIGITS = Pattern.compile("\\d{12,19}");

    public CardNumber {
        Objects.requireNonNull(digits);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CardNumber of(String text) {
        return new CardNumber(SEPARATORS.matcher(text).replaceAll(""));
    }

    /** Whether these are 12 to 19 digits of which the last is the right check digit (Luhn). */
    boolean isWellFormed() {
        return DIGITS.matcher(digits).matches() && luhnSum() % 10 == 0;
    }

    private int luhnSum() {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum;
    }

    String last4() {
        return digits.substring(Math.max(0, digits.length() - 4));
    }

    @Override
    public String toString() {
        return isWellFormed() ? "•••• " + last4() : "••••";
    }
}
