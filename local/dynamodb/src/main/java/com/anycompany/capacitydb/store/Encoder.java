package com.anycompany.capacitydb.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers, texts and bytes one after the other into a buffer that grows. */
final class Encoder {

    private byte[] bytes;
    private int length;

    Encoder(int room) {
        bytes = new byte[room];
    }

    void putByte(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    /** A number that is not negative, seven bits a byte. */
    void putLength(int value) {
        int rest = value;
        while (rest >= 0x80) {
            putByte(rest | 0x80);
            rest >>>= 7;
        }
        putByte(rest);
    }

    void putInt(int value) {
        room(Integer.BYTES);
        ByteBuffer.wrap(bytes).putInt(length, value);
        length += Integer.BYTES;
    }

    void putLong(long value) {
        room(Long.BYTES);
        ByteBuffer.wrap(bytes).putLong(length, value);
        length += Long.BYTES;
    }

    void putText(String text) {
        putBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void putBytes(byte[] value) {
        putLength(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    /** Overwrites four bytes that were written before. */
    void setInt(int position, int value) {
        ByteBuffer.wrap(bytes).putInt(position, value);
    }

    /** Begins anew; keeps its buffer unless that has grown too large. */
    void reset(int room, int maxKept) {
        length = 0;
        if (bytes.length > maxKept) {
            bytes = new byte[room];
        }
    }

    int length() {
        return length;
    }

    /** What was written; valid until more is. */
    byte[] array() {
        return bytes;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
