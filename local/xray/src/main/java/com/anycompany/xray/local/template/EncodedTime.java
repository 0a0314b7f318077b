package com.anycompany.xray.local.template;

/**
 * Encoding of a time as documents write it in one long, which has its microseconds and the form of the text; so that it
 * needn't be parsed again, and can be restored to the byte.
 *
 * <pre>
 * 1480615200.123        micros 1480615200123000, 3 decimals
 * 1.480615200123E9      the same with an exponent, as the SDK for Java writes it
 * </pre>
 *
 * <p>EncodedTime with ten digits and at most six decimals; {@link #TEXT} stands for any other.
 */
final class EncodedTime {

    /** It has to be kept as text. */
    static final long TEXT = -1;

    private static final int DIGITS = 10;
    private static final int DECIMALS = 6;
    private static final long EXPONENT = 1L << 60;
    private static final int DECIMALS_SHIFT = 56;
    private static final long MICROS = (1L << DECIMALS_SHIFT) - 1;
    private static final long MILLION = 1_000_000;
    private static final int[] UNITS = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};

    private EncodedTime() {}

    /** What begins at {@code from}. */
    static long read(byte[] bytes, int from, int limit) {
        if (from + DIGITS > limit || bytes[from] < '1' || bytes[from] > '9') {
            return TEXT;
        }
        boolean exponent = bytes[from + 1] == '.';
        int digits = exponent ? from + 2 : from + 1;
        long seconds = bytes[from] - '0';
        int end = digits + DIGITS - 1;
        if (end > limit) {
            return TEXT;
        }
        for (int i = digits; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return TEXT;
            }
            seconds = seconds * 10 + digit;
        }
        boolean fraction = exponent || is(bytes, end, limit, '.');
        int first = exponent || !fraction ? end : end + 1;
        int last = fraction ? decimals(bytes, first, limit) : first;
        long micros = seconds * MILLION;
        for (int i = first; i < last; i++) {
            micros += (long) (bytes[i] - '0') * UNITS[i - first + 1];
        }
        boolean written = exponent
                ? is(bytes, last, limit, 'E') && is(bytes, last + 1, limit, '9') && isEnd(bytes, last + 2, limit)
                : isEnd(bytes, last, limit) && (!fraction || last > first);
        return written && seconds <= Integer.MAX_VALUE
                ? micros | (long) (last - first) << DECIMALS_SHIFT | (exponent ? EXPONENT : 0)
                : TEXT;
    }

    /** Where they end, or where one too many stands. */
    private static int decimals(byte[] bytes, int from, int limit) {
        int most = Math.min(limit, from + DECIMALS);
        int at = from;
        while (at < most && isDigit(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Whether a number may end here. */
    private static boolean isEnd(byte[] bytes, int at, int limit) {
        return at >= limit || !isDigit(bytes[at]) && bytes[at] != '.' && bytes[at] != 'e' && bytes[at] != 'E';
    }

    private static boolean is(byte[] bytes, int at, int limit, char expected) {
        return at < limit && bytes[at] == expected;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static long micros(long time) {
        return time & MICROS;
    }

    /** How many bytes the text has. */
    static int length(long time) {
        int decimals = decimals(time);
        if ((time & EXPONENT) != 0) {
            return DIGITS + decimals + ".E9".length();
        }
        return decimals == 0 ? DIGITS : DIGITS + 1 + decimals;
    }

    private static int decimals(long time) {
        return (int) (time >>> DECIMALS_SHIFT) & 7;
    }

    /** Writes the text; returns where it ends. */
    static int write(long time, byte[] out, int at) {
        boolean exponent = (time & EXPONENT) != 0;
        int decimals = decimals(time);
        long digits = micros(time) / UNITS[decimals];
        int end = at + length(time);
        int i = end;
        if (exponent) {
            out[--i] = '9';
            out[--i] = 'E';
        }
        for (int written = 0; i > at; written++) {
            if (written == (exponent ? DIGITS - 1 + decimals : decimals) && written > 0) {
                out[--i] = '.';
            }
            out[--i] = (byte) ('0' + digits % 10);
            digits /= 10;
        }
        return end;
    }
}
