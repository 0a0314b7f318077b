package com.anycompany.capacitydb.value;

/** Length and order of strings in UTF-8, without encoding them. */
public final class Utf8 {

    private Utf8() {}

    public static int length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x800) {
                // Each half of a surrogate pair counts two, together four.
                length += Character.isSurrogate(c) ? 1 : 2;
            } else if (c >= 0x80) {
                length++;
            }
        }
        return length;
    }

    /** Compares by code point, which is the order of the encoded bytes; UTF-16 puts U+E000 to U+FFFF behind all others. */
    public static int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean fixUp = Character.isSurrogate(x) != Character.isSurrogate(y) && (x >= 0xE000 || y >= 0xE000);
                return fixUp ? y - x : x - y;
            }
        }
        return a.length() - b.length();
    }
}
