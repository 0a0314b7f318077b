package com.anycompany.xray.local.template;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Collects the values of a template's variables in the form that {@link EncodedValues} reads. */
final class VariableWriter {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int MAX_LENGTH_BYTES = 5;

    private byte[] bytes = new byte[1024];
    private int length;

    void clear() {
        length = 0;
    }

    void putLong(long value) {
        ensure(Long.BYTES);
        LONG.set(bytes, length, value);
        length += Long.BYTES;
    }

    void putText(byte[] from, int begin, int end) {
        int rest = end - begin;
        ensure(MAX_LENGTH_BYTES + rest);
        putLength(rest);
        System.arraycopy(from, begin, bytes, length, end - begin);
        length += end - begin;
    }

    private void putLength(int number) {
        int rest = number;
        for (; rest >= 0x80; rest >>>= 7) {
            bytes[length++] = (byte) (rest | 0x80);
        }
        bytes[length++] = (byte) rest;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }
}
