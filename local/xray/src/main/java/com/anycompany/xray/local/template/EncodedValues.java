package com.anycompany.xray.local.template;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Cursor over the values of a template's variables, one after another: 8 or 16 bytes for an id, 8 for a time ({@link
 * EncodedTime}); otherwise, and behind a time of another form, the text behind its length (seven bits a byte, the
 * lowest first).
 */
final class EncodedValues {

    private static final int ID_BYTES = Long.BYTES;
    private static final int TRACE_ID_BYTES = 2 * Long.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private int from;
    private int to;
    private long time;

    /** @param at where the first one begins */
    EncodedValues(byte[] bytes, int at) {
        this.bytes = bytes;
        this.to = at;
    }

    /** Goes to the next one. */
    void next(Encoding encoding) {
        from = to;
        switch (encoding) {
            case ID -> to = from + ID_BYTES;
            case TRACE_ID -> to = from + TRACE_ID_BYTES;
            case SECONDS -> nextTime();
            default -> nextText();
        }
    }

    private void nextTime() {
        time = id();
        to = from + Long.BYTES;
        if (time == EncodedTime.TEXT) {
            from = to;
            nextText();
        }
    }

    private void nextText() {
        int length = length();
        to = from + length;
    }

    private int length() {
        int length = 0;
        byte next = -1;
        for (int shift = 0; next < 0; shift += 7) {
            next = bytes[from++];
            length |= (next & 0x7F) << shift;
        }
        return length;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the current one begins. */
    int from() {
        return from;
    }

    /** Where the current one ends. */
    int to() {
        return to;
    }

    /** An id, or the first half of a trace's. */
    long id() {
        return (long) LONG.get(bytes, from);
    }

    long idsSecondHalf() {
        return (long) LONG.get(bytes, from + ID_BYTES);
    }

    /** A time in the form of {@link EncodedTime}, or {@link EncodedTime#TEXT}. */
    long time() {
        return time;
    }
}
