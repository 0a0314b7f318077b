package com.anycompany.xray.local.template;

import com.anycompany.xray.local.json.PlainNumber;
import com.anycompany.xray.local.json.Symbols;
import com.anycompany.xray.local.parse.EntityReader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What fills the holes of a {@link Template}, one value after another: 8 or 16 bytes for an id, 8 for a time ({@link Seconds});
 * otherwise, and behind a time that is spelt in another way, the text behind its length (seven bits a byte, the lowest first).
 */
public final class Values {

    private static final int ID_BYTES = Long.BYTES;
    private static final int TRACE_ID_BYTES = 2 * Long.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private int from;
    private int to;
    private long time;

    /** @param at where the first one begins */
    public Values(byte[] bytes, int at) {
        this.bytes = bytes;
        this.to = at;
    }

    /** Goes to the next one. */
    public void next(Meaning.Spelling spelling) {
        from = to;
        switch (spelling) {
            case ID -> to = from + ID_BYTES;
            case TRACE_ID -> to = from + TRACE_ID_BYTES;
            case SECONDS -> nextTime();
            default -> nextText();
        }
    }

    private void nextTime() {
        time = id();
        to = from + Long.BYTES;
        if (time == Seconds.TEXT) {
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

    /** Where the current one begins. */
    public int from() {
        return from;
    }

    /** Where the current one ends. */
    public int to() {
        return to;
    }

    /** An id, or the first half of a trace's. */
    public long id() {
        return (long) LONG.get(bytes, from);
    }

    public long idsSecondHalf() {
        return (long) LONG.get(bytes, from + ID_BYTES);
    }

    /** A time as {@link Seconds} tells it, or {@link Seconds#TEXT}. */
    public long time() {
        return time;
    }

    /** Of a time. */
    public long micros() {
        return time == Seconds.TEXT ? EntityReader.micros(number()) : Seconds.micros(time);
    }

    public double number() {
        return PlainNumber.of(bytes, from, to);
    }

    public String text() {
        return Symbols.text(bytes, from, to);
    }

    public String symbol() {
        return Symbols.of(bytes, from, to);
    }
}
