package com.anycompany.xray.local.segment;

import org.jspecify.annotations.Nullable;

/** Trace id: {@code 1-<8 hex>-<24 hex>}, or the same 32 digits in W3C form. */
public record TraceId(long high, long low) {

    private static final int XRAY_LENGTH = 35;
    private static final int W3C_LENGTH = 32;

    /** The id that {@code text} is, or null if it is none. */
    public static @Nullable TraceId parse(String text) {
        if (text.length() == XRAY_LENGTH && text.startsWith("1-") && text.charAt(10) == '-') {
            return EntityId.isHex(text, 2, 10) && EntityId.isHex(text, 11, XRAY_LENGTH)
                    ? new TraceId(
                            EntityId.parse(text, 2, 10) << 32 | EntityId.parse(text, 11, 19),
                            EntityId.parse(text, 19, XRAY_LENGTH))
                    : null;
        }
        return text.length() == W3C_LENGTH && EntityId.isHex(text, 0, W3C_LENGTH)
                ? new TraceId(EntityId.parse(text, 0, 16), EntityId.parse(text, 16, W3C_LENGTH))
                : null;
    }

    @Override
    public String toString() {
        String highDigits = EntityId.toHex(high);
        return "1-" + highDigits.substring(0, 8) + "-" + highDigits.substring(8) + EntityId.toHex(low);
    }
}
