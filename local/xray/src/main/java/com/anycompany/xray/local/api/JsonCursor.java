package com.anycompany.xray.local.api;

import com.anycompany.xray.local.segment.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over the bytes of JSON that has been judged already, so it looks for ends only: of {@code {"a":[1,"]"]}} it gives
 * the member {@code "a":[1,"]"]} without understanding it.
 *
 * <p>It stands before a value; {@link #nextMember} and {@link #nextElement} step into it, {@link #skip} over it.
 */
final class JsonCursor {

    private final byte[] bytes;
    private int at;
    private int name;

    private JsonCursor(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What isn't UTF-8 is written anew; characters that UTF-8 forbids, which Jackson lets pass where it only skips, are replaced. */
    static JsonCursor over(byte[] document) {
        if (document[0] != '{' || document[1] == 0) {
            return new JsonCursor(Json.rewrite(document));
        }
        String text = new String(document, StandardCharsets.UTF_8);
        return new JsonCursor(text.indexOf('\uFFFD') < 0 ? document : text.getBytes(StandardCharsets.UTF_8));
    }

    /** Goes to the value of the first or next member; behind the object when there is none. */
    boolean nextMember() {
        if (!next('}')) {
            return false;
        }
        name = at;
        at = space(afterString(at)) + 1;
        at = space(at);
        return true;
    }

    /** The same in an array. */
    boolean nextElement() {
        return next(']');
    }

    private boolean next(char close) {
        at = space(at);
        if (bytes[at] != close) {
            at = space(at + 1);
        }
        if (bytes[at] != close) {
            return true;
        }
        at++;
        return false;
    }

    /** The current member's. Only an ASCII name is right, and no other is ever asked for. */
    String name() {
        int end = afterString(name);
        String text = new String(bytes, name + 1, end - name - 2, StandardCharsets.ISO_8859_1);
        return text.indexOf('\\') < 0 ? text : String.valueOf(Json.read(Arrays.copyOfRange(bytes, name, end)));
    }

    boolean atObject() {
        return bytes[at] == '{';
    }

    boolean atArray() {
        return bytes[at] == '[';
    }

    boolean atEmptyArray() {
        return atArray() && bytes[space(at + 1)] == ']';
    }

    boolean atNull() {
        return bytes[at] == 'n';
    }

    void skip() {
        byte first = bytes[at];
        if (first == '"') {
            at = afterString(at);
        } else if (first == '{' || first == '[') {
            at = afterStructure(at);
        } else {
            at = afterLiteral(at);
        }
    }

    void copyName(EscapedJson out) {
        out.copy(bytes, name, at);
    }

    void copyMember(EscapedJson out) {
        int from = name;
        skip();
        out.copy(bytes, from, at);
    }

    void copyElement(EscapedJson out) {
        int from = at;
        skip();
        out.copy(bytes, from, at);
    }

    private int space(int from) {
        int i = from;
        while (bytes[i] <= ' ' && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    private int afterString(int quote) {
        byte[] in = bytes;
        int i = quote + 1;
        while (in[i] != '"') {
            i += in[i] == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    /** Brackets and braces differ in one bit, which no other character outside of strings shares with them. */
    private int afterStructure(int open) {
        byte[] in = bytes;
        int depth = 0;
        int i = open;
        do {
            int c = in[i] | 0x20;
            if (c == ('"' | 0x20)) {
                i = afterString(i);
            } else {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                i++;
            }
        } while (depth > 0);
        return i;
    }

    private int afterLiteral(int from) {
        int i = from;
        while (bytes[i] > ' ' && bytes[i] != ',' && (bytes[i] | 0x20) != '}') {
            i++;
        }
        return i;
    }
}
