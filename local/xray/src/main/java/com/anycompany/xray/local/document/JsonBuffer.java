package com.anycompany.xray.local.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An answer's JSON, and JSON that stands in a text of it: {@code {"a":"\n"}} becomes {@code {\"a\":\"\\n\"}} there, without
 * white space.
 */
public final class JsonBuffer {

    private byte[] bytes = new byte[16 * 1024];
    private int length;

    public byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    public JsonBuffer plain(String json) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    /** Adds the comma between values, unless something has just begun: no value ends with an open bracket, not even a string. */
    public JsonBuffer separate() {
        return begun() ? this : plain(",");
    }

    private boolean begun() {
        return bytes[length - 1] == '{' || bytes[length - 1] == '[';
    }

    public void escape(String json) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        escape(utf8, 0, utf8.length);
    }

    /** Any run that neither begins nor ends in a string. If all before its first comma has been left out, so is the comma. */
    public void escape(byte[] json, int from, int to) {
        room(2 * (to - from));
        byte[] out = bytes;
        int at = length;
        int i = from < to && json[from] == ',' && begun() ? from + 1 : from;
        boolean text = false;
        for (; i < to; i++) {
            byte c = json[i];
            if (c == '"') {
                text = !text;
                out[at++] = '\\';
            } else if (c == '\\') {
                out[at++] = '\\';
                out[at++] = '\\';
                c = json[++i];
                if (c == '"' || c == '\\') {
                    out[at++] = '\\';
                }
            }
            if (text || c > ' ') {
                out[at++] = c;
            }
        }
        length = at;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
