package com.anycompany.xray.local.segment;

import java.util.HexFormat;

/** Reads and writes the 16 hex digits that name a segment or subsegment; 0 stands for "none". */
public final class EntityId {

    private static final int LENGTH = 16;

    private EntityId() {}

    static boolean isValid(String text) {
        return text.length() == LENGTH && isHex(text);
    }

    static long parse(String text) {
        return HexFormat.fromHexDigitsToLong(text);
    }

    static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** An id that follows from another one, for what is inferred: the same on every reading. */
    static long derive(long id) {
        long mixed = (id ^ (id >>> 31)) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    public static String toHex(long id) {
        return HexFormat.of().toHexDigits(id);
    }
}
