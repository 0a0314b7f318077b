package com.anycompany.xray.local.json;

/**
 * Parses decimal numbers such as {@code 1480615200.123} or {@code 1.480615200123E9}, exactly.
 *
 * <p>Below 2⁵³ the digits, read as a whole number, are a double without rounding; so is a power of ten up to 10²².
 * Dividing one by the other rounds once, as reading the decimal does. A longer number is left to {@link
 * Double#parseDouble}.
 */
public final class DecimalNumber {

    private static final long EXACT = 1L << 53;
    private static final int MAX_DIGITS = 18;
    private static final int MAX_LENGTH = 40;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private DecimalNumber() {}

    /**
     * Where the number that begins at {@code from} ends by JSON's grammar; negative if there is none, or a very long
     * one.
     */
    public static int end(byte[] bytes, int from, int limit) {
        int i = is(bytes, from, limit, '-') ? from + 1 : from;
        i = is(bytes, i, limit, '0') ? i + 1 : digits(bytes, i, limit);
        if (i >= 0 && is(bytes, i, limit, '.')) {
            i = digits(bytes, i + 1, limit);
        }
        if (i >= 0 && (is(bytes, i, limit, 'e') || is(bytes, i, limit, 'E'))) {
            boolean signed = is(bytes, i + 1, limit, '+') || is(bytes, i + 1, limit, '-');
            i = digits(bytes, signed ? i + 2 : i + 1, limit);
        }
        return i - from > MAX_LENGTH ? -1 : i;
    }

    /** At least one; negative otherwise. */
    private static int digits(byte[] bytes, int begin, int limit) {
        int i = begin;
        while (i < limit && isDigit(bytes[i])) {
            i++;
        }
        return i == begin ? -1 : i;
    }

    private static boolean is(byte[] bytes, int at, int limit, char expected) {
        return at < limit && bytes[at] == expected;
    }

    /** Whether a number is written without fraction and exponent. */
    static boolean isWhole(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(bytes[i]) && bytes[i] != '-') {
                return false;
            }
        }
        return true;
    }

    /** The value of a number in JSON's grammar that isn't negative. */
    public static double of(byte[] bytes, int from, int to) {
        long digits = 0;
        int i = from;
        for (; i < to && isDigit(bytes[i]); i++) {
            digits = digits * 10 + bytes[i] - '0';
        }
        int count = i - from;
        int scale = 0;
        if (i < to && bytes[i] == '.') {
            int fraction = ++i;
            for (; i < to && isDigit(bytes[i]); i++) {
                digits = digits * 10 + bytes[i] - '0';
            }
            scale = fraction - i;
            count -= scale;
        }
        if (i < to) {
            scale += exponent(bytes, i + 1, to);
        }
        // With more digits than fit, the sum above has overflowed; it isn't used then.
        if (count > MAX_DIGITS || digits >= EXACT || Math.abs(scale) >= POWERS.length) {
            return Double.parseDouble(SymbolTable.text(bytes, from, to));
        }
        return scale < 0 ? digits / POWERS[-scale] : digits * POWERS[scale];
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Far beyond any double if it has too many digits for an int. */
    private static int exponent(byte[] bytes, int from, int to) {
        boolean negative = bytes[from] == '-';
        int exponent = 0;
        for (int i = negative || bytes[from] == '+' ? from + 1 : from; i < to; i++) {
            exponent = Math.min(100_000, exponent * 10 + bytes[i] - '0');
        }
        return negative ? -exponent : exponent;
    }
}
