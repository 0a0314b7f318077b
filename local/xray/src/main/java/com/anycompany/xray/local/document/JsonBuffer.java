package com.anycompany.xray.local.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Output buffer for JSON with JSON documents in its strings: these are escaped, {@code {"a":"\n"}} as
 * {@code {\"a\":\"\\n\"}}, and their white space is removed.
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

    /** Adds a comma, except after an opening bracket. */
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

    /** Escapes bytes that neither begin nor end inside a string. A leading comma is omitted after an opening bracket. */
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
