package com.anycompany.xray.local.document;

import com.anycompany.xray.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cursor over the bytes of valid JSON, which copies all but the omitted members: of {@code {"a":1,"b":2,"c":3}} without {@code b}
 * it copies the run before the comma of {@code b} and the run after its value.
 *
 * <p>Its position is before a value; {@link #nextMember} and {@link #nextElement} move into the value, {@link #skip} behind it.
 */
final class JsonCursor {

    private final byte[] bytes;
    private final boolean mentions;
    private int at;
    private int name;

    /** The end of the previous value, before the comma. */
    private int previous;

    /** The end of what has been copied or omitted. */
    private int done;

    private JsonCursor(byte[] bytes, boolean mentions) {
        this.bytes = bytes;
        this.mentions = mentions;
    }

    /**
     * Converts other encodings to UTF-8, and replaces characters that are invalid in UTF-8: Jackson accepts them in skipped values.
     */
    static JsonCursor over(byte[] document, String... words) {
        if (document[0] != '{' || document[1] == 0) {
            return over(Json.rewrite(document), words);
        }
        String text = new String(document, StandardCharsets.UTF_8);
        boolean mentions = text.contains("\\u");
        for (String word : words) {
            mentions |= text.contains(word);
        }
        return new JsonCursor(text.indexOf('\uFFFD') < 0 ? document : text.getBytes(StandardCharsets.UTF_8), mentions);
    }

    /** Whether one of the words may be the name of a member, with or without escapes. */
    boolean mentions() {
        return mentions;
    }

    /** Moves to the value of the first or next member, or behind the object if there is none. */
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
        previous = bytes[at] == ',' ? at : at + 1;
        if (bytes[at] != close) {
            at = space(at + 1);
        }
        if (bytes[at] != close) {
            return true;
        }
        at++;
        return false;
    }

    /** The name of the current member, decoded correctly if it is ASCII. */
    String name() {
        int end = afterString(name);
        String plain = new String(bytes, name + 1, end - name - 2, StandardCharsets.ISO_8859_1);
        return plain.indexOf('\\') < 0 ? plain : String.valueOf(Json.read(Arrays.copyOfRange(bytes, name, end)));
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

    void copyUntilHere(JsonBuffer out) {
        copyUntil(at, out);
    }

    /** Copies up to the closing bracket before the position. */
    void copyUntilBracket(JsonBuffer out) {
        copyUntil(at - 1, out);
    }

    private void copyUntil(int end, JsonBuffer out) {
        out.escape(bytes, done, end);
        done = end;
    }

    /** Moves behind the current member and omits it with the comma before it. */
    void leaveOut(JsonBuffer out) {
        copyUntil(previous, out);
        skip();
        at = space(at);
        done = at;
    }

    /** Replaces the value before the position, unless it is equal. */
    void replace(int value, byte[] json, JsonBuffer out) {
        if (!Arrays.equals(bytes, value, at, json, 0, json.length)) {
            copyUntil(value, out);
            out.escape(json, 0, json.length);
            done = at;
        }
    }

    /** The positions of the current member and its value, for {@link #goBack}. */
    int member() {
        return name;
    }

    int value() {
        return at;
    }

    boolean isNull(int value) {
        return bytes[value] == 'n';
    }

    /** Moves to a member that is to be copied again. */
    void goBack(int member, int value) {
        name = member;
        done = member;
        at = value;
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

    /** Handles brackets and braces alike: with the bit 0x20 set, they are the same bytes. */
    private int afterStructure(int open) {
        byte[] in = bytes;
        int depth = 0;
        int i = open;
        do {
            int c = in[i] | 0x20;
            if (c == '"') {
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
