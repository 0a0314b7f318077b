package com.anycompany.xray.spring;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON generator that writes UTF-8 into a growing byte array. It adds the commas, and leaves nesting to its caller. What was
 * written since a {@link #length() position} can be taken back by {@link #truncate}.
 */
final class JsonBuffer {

    private static final int FIRST_SIZE = 2048;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    int length() {
        return length;
    }

    /** Drops all that was written after this position. */
    void truncate(int position) {
        length = position;
    }

    /** What was written; a view without a copy. */
    ByteBuffer content() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    void beginObject() {
        separate();
        put('{');
    }

    void endObject() {
        put('}');
    }

    void beginArray() {
        separate();
        put('[');
    }

    void endArray() {
        put(']');
    }

    /** Writes a member's name, as {@link #encodedName} gives it; its value must follow. */
    void name(byte[] encodedName) {
        separate();
        put(encodedName, 0, encodedName.length);
    }

    /** Writes a member's name; its value must follow. */
    void name(String name) {
        string(name);
        put(':');
    }

    /** A name that needs no escapes, with quotes and colon. */
    static byte[] encodedName(String name) {
        return ('"' + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes a string; an unpaired surrogate becomes a question mark, as in {@link String#getBytes}. */
    void string(String text) {
        separate();
        put('"');
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int copied = 0;
        for (int i = 0; i < utf8.length; i++) {
            byte b = utf8[i];
            // The bytes of a character beyond ASCII are negative.
            if ((b >= 0 && b < ' ') || b == '"' || b == '\\') {
                put(utf8, copied, i - copied);
                escape(b);
                copied = i + 1;
            }
        }
        put(utf8, copied, utf8.length - copied);
        put('"');
    }

    void number(long value) {
        separate();
        digits(value);
    }

    /** Writes NaN and the infinities as strings. */
    void number(double value) {
        if (Double.isFinite(value)) {
            ascii(Double.toString(value));
        } else {
            string(Double.toString(value));
        }
    }

    /** Writes NaN and the infinities as strings. */
    void number(float value) {
        if (Float.isFinite(value)) {
            ascii(Float.toString(value));
        } else {
            string(Float.toString(value));
        }
    }

    void number(BigDecimal value) {
        ascii(value.toString());
    }

    /** Writes seconds since 1970; where they are whole milliseconds without the cost of {@link Double#toString}. */
    void seconds(double value) {
        long millis = Math.round(value * 1000);
        // Then the decimal number of the milliseconds is read as the very same double.
        if (millis < 0 || millis / 1000d != value) {
            number(value);
            return;
        }
        separate();
        digits(millis / 1000);
        int fraction = (int) (millis % 1000);
        put('.');
        put('0' + fraction / 100);
        put('0' + fraction / 10 % 10);
        put('0' + fraction % 10);
    }

    void bool(boolean value) {
        raw(value ? TRUE : FALSE);
    }

    void nothing() {
        raw(NULL);
    }

    /** Writes a value that is JSON already. */
    void raw(byte[] json) {
        raw(json, 0, json.length);
    }

    /** Writes a part of JSON, which is a value or, after a separator, members. */
    void raw(byte[] json, int from, int to) {
        separate();
        put(json, from, to - from);
    }

    /** Writes bytes that are no part of the document, such as a header. */
    void prefix(byte[] header) {
        put(header, 0, header.length);
    }

    private void ascii(String text) {
        raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A comma is needed after a value; the last byte says whether there was one. */
    private void separate() {
        if (length == 0) {
            return;
        }
        byte last = bytes[length - 1];
        if (last != '{' && last != '[' && last != ':' && last != '\n') {
            put(',');
        }
    }

    private void digits(long value) {
        if (value < 0 || value > 999_999_999_999_999L) {
            byte[] digits = Long.toString(value).getBytes(StandardCharsets.ISO_8859_1);
            put(digits, 0, digits.length);
            return;
        }
        int count = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            count++;
        }
        reserve(count);
        int position = length + count;
        long rest = value;
        do {
            bytes[--position] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        length += count;
    }

    private void escape(byte ascii) {
        put('\\');
        switch (ascii) {
            case '\b' -> put('b');
            case '\t' -> put('t');
            case '\n' -> put('n');
            case '\f' -> put('f');
            case '\r' -> put('r');
            case '"', '\\' -> put(ascii);
            default -> {
                put('u');
                put('0');
                put('0');
                put(HEX[ascii >> 4]);
                put(HEX[ascii & 0xF]);
            }
        }
    }

    private void put(int ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    private void put(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, count)));
        }
    }
}
