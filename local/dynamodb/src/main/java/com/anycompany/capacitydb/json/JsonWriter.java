package com.anycompany.capacitydb.json;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Writes JSON as UTF-8 into a buffer that grows. Commas are its own business:
 *
 * <pre>{@code
 * json.startObject().name("Count").number(2).name("Items").startArray() … .endArray().endObject();
 * }</pre>
 */
public final class JsonWriter {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] bytes = new byte[512];
    private int length;
    private boolean comma;

    public JsonWriter startObject() {
        separate();
        append('{');
        comma = false;
        return this;
    }

    public JsonWriter endObject() {
        append('}');
        comma = true;
        return this;
    }

    public JsonWriter startArray() {
        separate();
        append('[');
        comma = false;
        return this;
    }

    public JsonWriter endArray() {
        append(']');
        comma = true;
        return this;
    }

    public JsonWriter name(String name) {
        separate();
        quoted(name);
        append(':');
        comma = false;
        return this;
    }

    public JsonWriter string(String value) {
        separate();
        quoted(value);
        comma = true;
        return this;
    }

    public JsonWriter number(long value) {
        separate();
        ascii(Long.toString(value));
        comma = true;
        return this;
    }

    public JsonWriter number(double value) {
        separate();
        String text = Double.toString(value);
        ascii(text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString());
        comma = true;
        return this;
    }

    public JsonWriter bool(boolean value) {
        separate();
        ascii(value ? "true" : "false");
        comma = true;
        return this;
    }

    /** Writes a value as it was read. */
    public JsonWriter json(Json value) {
        if (value instanceof JsonObject object) {
            startObject();
            object.members().forEach((name, member) -> name(name).json(member));
            return endObject();
        }
        if (value instanceof Json.Array array) {
            startArray();
            array.elements().forEach(this::json);
            return endArray();
        }
        if (value instanceof Json.Text text) {
            return string(text.value());
        }
        if (value instanceof Json.Bool bool) {
            return bool(bool.value());
        }
        separate();
        ascii(value instanceof Json.Number number ? number.text() : "null");
        comma = true;
        return this;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void separate() {
        if (comma) {
            append(',');
        }
    }

    private void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    private void quoted(String text) {
        room(text.length() + 2);
        append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (c >= ' ' && c != '"' && c != '\\') {
                    append(c);
                } else {
                    escaped(c);
                }
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                utf8(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                utf8(Character.isSurrogate(c) ? '?' : c);
            }
        }
        append('"');
    }

    private void escaped(char c) {
        append('\\');
        switch (c) {
            case '"', '\\' -> append(c);
            case '\n' -> append('n');
            case '\r' -> append('r');
            case '\t' -> append('t');
            default -> {
                ascii("u00");
                append((char) HEX[c >> 4]);
                append((char) HEX[c & 15]);
            }
        }
    }

    private void utf8(int codePoint) {
        if (codePoint < 0x80) {
            append((char) codePoint);
            return;
        }
        if (codePoint < 0x800) {
            append((char) (0xC0 | codePoint >> 6));
        } else {
            if (codePoint < 0x10000) {
                append((char) (0xE0 | codePoint >> 12));
            } else {
                append((char) (0xF0 | codePoint >> 18));
                append((char) (0x80 | codePoint >> 12 & 0x3F));
            }
            append((char) (0x80 | codePoint >> 6 & 0x3F));
        }
        append((char) (0x80 | codePoint & 0x3F));
    }

    private void append(char c) {
        room(1);
        bytes[length++] = (byte) c;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
