package com.anycompany.xray.local.json;

import java.io.ByteArrayOutputStream;

/** The two-character escape sequences of JSON strings; {@code \\uXXXX} isn't among them. */
public final class JsonEscapes {

    private static final String LETTERS = "\"\\/bfnrt";
    private static final String CHARACTERS = "\"\\/\b\f\n\r\t";

    /** What a document's text needs outside of its strings, and quotes and backslashes. */
    private static final String ESCAPED_CHARACTERS = "\"\\\n\r\t";

    private static final String ESCAPED_LETTERS = "\"\\nrt";

    private JsonEscapes() {}

    /** The character that a backslash and this letter stand for; 0 if there is none. */
    public static byte unescape(int letter) {
        int index = LETTERS.indexOf(letter);
        return index < 0 ? 0 : (byte) CHARACTERS.charAt(index);
    }

    /** A document's text as it stands within a JSON string. */
    public static byte[] escape(byte[] text) {
        ByteArrayOutputStream escaped = new ByteArrayOutputStream(text.length + 16);
        for (byte each : text) {
            int index = ESCAPED_CHARACTERS.indexOf(each);
            if (index >= 0) {
                escaped.write('\\');
            }
            escaped.write(index >= 0 ? ESCAPED_LETTERS.charAt(index) : each);
        }
        return escaped.toByteArray();
    }
}
