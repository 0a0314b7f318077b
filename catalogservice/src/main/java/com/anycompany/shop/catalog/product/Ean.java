package com.anycompany.shop.catalog.product;

/** Article number (EAN-13): the check digit that every product of the catalog must have. */
final class Ean {

    private static final int LENGTH = 13;

    private Ean() {}

    /**
     * Whether this is thirteen digits of which the last one is the check digit: digits at odd places count once, at even
     * places three times, and the sum is a multiple of ten.
     */
    static boolean isValid(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += i % 2 == 0 ? digit : 3 * digit;
        }
        return sum % 10 == 0;
    }
}
