package com.anycompany.xray.local.segment;

import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * Id of a segment or subsegment: parses and formats its 16 hexadecimal digits. The id itself is a {@code long}, without
 * an object of its own, since millions of them are held and hashed; 0 stands for none.
 */
public final class EntityId {

    private static final int LENGTH = 16;

    private static final long SECRET = new SplittableRandom().nextLong() | 1;

    private static final byte[] DIGITS = new byte['f' + 1];

    static {
        for (char c = 0; c < DIGITS.length; c++) {
            DIGITS[c] = (byte) Character.digit(c, 16);
        }
    }

    private EntityId() {}

    public static boolean isValid(String text) {
        return text.length() == LENGTH && isHex(text, 0, LENGTH);
    }

    public static long parse(String text) {
        return parse(text, 0, text.length());
    }

    static long parse(String text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value << 4 | digit(text.charAt(i));
        }
        return value;
    }

    static boolean isHex(String text, int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            digits |= digit(text.charAt(i));
        }
        return digits >= 0;
    }

    /** Negative if it is none. */
    private static int digit(char c) {
        return c < DIGITS.length ? DIGITS[c] : -1;
    }

    /** An id that follows from another one, for what is inferred: the same on every reading. */
    public static long derive(long id) {
        long mixed = (id ^ (id >>> 31)) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    /**
     * Where an id belongs in a hash table with room for 2 to the power of {@code bits}: the highest bits of a product
     * with an odd number that is secret, so that ids that were chosen to collide do so no more than others
     * (multiply-shift hashing, Dietzfelbinger and others 1997).
     */
    public static int hash(long id, int bits) {
        return (int) (id * SECRET >>> Long.SIZE - bits);
    }

    public static String toHex(long id) {
        return HexFormat.of().toHexDigits(id);
    }
}
