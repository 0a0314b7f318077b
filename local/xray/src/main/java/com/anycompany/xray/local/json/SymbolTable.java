package com.anycompany.xray.local.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Symbol table: one string for each text that comes again and again, such as names of members, services and tables. It
 * saves making them, and their hash is computed once.
 *
 * <p>A direct-mapped cache: a text has one place, given by its hash, and replaces whatever had that place before. So
 * the table never grows, and threads that meet in a place need no lock: the worst that can happen is a string made
 * twice.
 */
public final class SymbolTable {

    private static final int PLACES = 1 << 11;
    private static final int MAX_LENGTH = 96;
    private static final int SHORT = 2 * Long.BYTES;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final @Nullable Symbol[] symbols = new @Nullable Symbol[PLACES];

    /** @param head the first eight bytes, @param tail the last eight; up to sixteen bytes they are the whole text */
    private record Symbol(long head, long tail, byte[] bytes, String text) {

        boolean is(long otherHead, long otherTail, byte[] other, int from, int to) {
            return head == otherHead
                    && tail == otherTail
                    && bytes.length == to - from
                    && (bytes.length <= SHORT || Arrays.equals(bytes, 0, bytes.length, other, from, to));
        }
    }

    /**
     * The text of some ASCII bytes. A short one is interned: comparing it to a literal means comparing two references.
     */
    public String symbol(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > MAX_LENGTH) {
            return text(bytes, from, to);
        }
        long head = head(bytes, from, length);
        long tail = length > Long.BYTES ? (long) EIGHT.get(bytes, to - Long.BYTES) : 0;
        long hash = (head * MULTIPLIER ^ tail) * MULTIPLIER + length * MULTIPLIER;
        if (length > SHORT) {
            hash = (hash ^ (long) EIGHT.get(bytes, from + (length - Long.BYTES) / 2)) * MULTIPLIER;
        }
        int place = (int) (hash >>> 53);
        Symbol known = symbols[place];
        return known != null && known.is(head, tail, bytes, from, to)
                ? known.text
                : add(bytes, from, to, head, tail, place);
    }

    private String add(byte[] bytes, int from, int to, long head, long tail, int place) {
        String text = text(bytes, from, to);
        text = to - from <= SHORT ? text.intern() : text;
        symbols[place] = new Symbol(head, tail, Arrays.copyOfRange(bytes, from, to), text);
        return text;
    }

    /** The text of some ASCII bytes, as a string of its own. */
    public static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** The first eight bytes; a shorter text is filled up with zeros. */
    private static long head(byte[] bytes, int from, int length) {
        if (length >= Long.BYTES) {
            return (long) EIGHT.get(bytes, from);
        }
        if (from + Long.BYTES <= bytes.length) {
            return (long) EIGHT.get(bytes, from) & (1L << length * Byte.SIZE) - 1;
        }
        long head = 0;
        for (int i = length - 1; i >= 0; i--) {
            head = head << Byte.SIZE | bytes[from + i];
        }
        return head;
    }
}
