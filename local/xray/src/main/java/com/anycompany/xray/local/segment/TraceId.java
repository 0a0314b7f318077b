package com.anycompany.xray.local.segment;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Names a trace, however it was spelt: {@code 1-<8 hex>-<24 hex>} or the same 32 digits in W3C form. */
public record TraceId(long high, long low) {

    private static final int XRAY_LENGTH = 35;
    private static final int W3C_LENGTH = 32;

    /** The id that {@code text} spells, or null when it spells none. */
    public static @Nullable TraceId parse(String text) {
        String digits = text;
        if (text.length() == XRAY_LENGTH && text.startsWith("1-") && text.charAt(10) == '-') {
            digits = text.substring(2, 10) + text.substring(11);
        }
        if (digits.length() != W3C_LENGTH || !EntityId.isHex(digits)) {
            return null;
        }
        return new TraceId(HexFormat.fromHexDigitsToLong(digits, 0, 16), HexFormat.fromHexDigitsToLong(digits, 16, 32));
    }

    @Override
    public String toString() {
        String highDigits = EntityId.toHex(high);
        return "1-" + highDigits.substring(0, 8) + "-" + highDigits.substring(8) + EntityId.toHex(low);
    }
}
