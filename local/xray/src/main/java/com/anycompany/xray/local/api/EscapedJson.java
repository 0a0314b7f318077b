package com.anycompany.xray.local.api;

import com.anycompany.xray.local.segment.EscapedText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Puts JSON together that is to stand in a text of an answer: {@code {"a":"\n"}} becomes {@code {\"a\":\"\\n\"}}. Adds the
 * commas, and leaves out white space.
 */
final class EscapedJson {

    private byte[] bytes = new byte[4096];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    /** What has come since it had this length, without the comma before it. */
    EscapedText since(int from) {
        return new EscapedText(Arrays.copyOfRange(bytes, bytes[from] == ',' ? from + 1 : from, length));
    }

    void begin(char bracket) {
        separate();
        add(bracket);
    }

    void end(char bracket) {
        add(bracket);
    }

    private void add(char c) {
        room(1);
        bytes[length++] = (byte) c;
    }

    /** A whole value or member, or a name with its colon. */
    void copy(String json) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        copy(utf8, 0, utf8.length);
    }

    void copy(byte[] json, int from, int to) {
        separate();
        room(2 * (to - from));
        byte[] out = bytes;
        int at = length;
        boolean text = false;
        for (int i = from; i < to; i++) {
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

    void copy(EscapedText escaped) {
        separate();
        byte[] more = escaped.utf8();
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /** No string ends with one of these: it ends with its quote. */
    private void separate() {
        byte last = length == 0 ? (byte) ':' : bytes[length - 1];
        if (last != '{' && last != '[' && last != ':') {
            add(',');
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
