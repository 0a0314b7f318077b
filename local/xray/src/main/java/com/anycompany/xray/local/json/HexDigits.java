package com.anycompany.xray.local.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Parses hexadecimal digits in lower case, as SDKs write them, eight at a time. */
public final class HexDigits {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private HexDigits() {}

    /** Their value, or -1 if not all eight bytes are digits. */
    public static long eight(byte[] bytes, int from) {
        long digits = (long) EIGHT.get(bytes, from);
        long known =
                atLeast(digits, '0') & ~atLeast(digits, '9' + 1) | atLeast(digits, 'a') & ~atLeast(digits, 'f' + 1);
        if ((digits & HIGHS) != 0 || (known & HIGHS) != HIGHS) {
            return -1;
        }
        long values = (digits & 0x0F * ONES) + 9 * (digits >>> 6 & ONES);
        values = Long.reverseBytes(values);
        values = (values | values >>> 4) & 0x00FF00FF00FF00FFL;
        values = (values | values >>> 8) & 0x0000FFFF0000FFFFL;
        return (values | values >>> 16) & 0xFFFFFFFFL;
    }

    /** Sets the highest bit of each byte that is at least so much; all bytes must be below 128. */
    private static long atLeast(long bytes, int least) {
        return bytes + (0x80 - least) * ONES;
    }
}
