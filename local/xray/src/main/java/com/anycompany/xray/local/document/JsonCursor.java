package com.anycompany.xray.local.document;

import com.anycompany.xray.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over the bytes of JSON that has been validated already, so it looks for ends only, and copies what isn't left out: of
 * {@code {"a":1,"b":2,"c":3}} without {@code b} it copies two runs, what stands before its comma and what follows it.
 *
 * <p>It stands before a value; {@link #nextMember} and {@link #nextElement} step into it, {@link #skip} over it.
 */
final class JsonCursor {

    private final byte[] bytes;
    private final boolean mentions;
    private int at;
    private int name;

    /** Where the previous value ended: before the comma. */
    private int previous;

    /** What lies before has been copied, or left out. */
    private int done;

    private JsonCursor(byte[] bytes, boolean mentions) {
        this.bytes = bytes;
        this.mentions = mentions;
    }

    /**
     * What isn't UTF-8 is written anew; characters that UTF-8 forbids, which Jackson lets pass where it only skips, are
     * replaced.
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

    /** Whether one of the words may be the name of a member; it may be written with escapes. */
    boolean mentions() {
        return mentions;
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

    /** The current member's. Only an ASCII name is right, and no other is ever asked for. */
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

    /** Copies all but the bracket that it has just passed. */
    void copyUntilBracket(JsonBuffer out) {
        copyUntil(at - 1, out);
    }

    private void copyUntil(int end, JsonBuffer out) {
        out.escape(bytes, done, end);
        done = end;
    }

    /** Goes behind the current member without copying it, nor the comma before it. */
    void leaveOut(JsonBuffer out) {
        copyUntil(previous, out);
        skip();
        at = space(at);
        done = at;
    }

    /** Gives the member whose value it has just passed another one, unless it has that. */
    void replace(int value, byte[] json, JsonBuffer out) {
        if (!Arrays.equals(bytes, value, at, json, 0, json.length)) {
            copyUntil(value, out);
            out.escape(json, 0, json.length);
            done = at;
        }
    }

    /** Where the current member begins, which {@link #goBack} wants to know, and where its value does. */
    int member() {
        return name;
    }

    int value() {
        return at;
    }

    boolean isNull(int value) {
        return bytes[value] == 'n';
    }

    /** To a member that is to be copied once more. */
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

    /** Brackets and braces differ in one bit, which no other character outside of strings shares with them. */
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
