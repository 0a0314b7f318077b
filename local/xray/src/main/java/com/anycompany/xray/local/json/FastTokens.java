package com.anycompany.xray.local.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Fast tokenizer for JSON as SDKs write it: ASCII, moderate nesting, no escapes where the text matters. It takes half
 * the time of Jackson.
 *
 * <p>It may refuse valid JSON, with {@link UnsupportedJson}, since Jackson reads the document next; it must never
 * accept what Jackson refuses, nor read it differently.
 */
public final class FastTokens implements JsonTokens {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final int MAX_DEPTH = 60;

    private final SymbolTable symbols;
    private final byte[] bytes;
    private final int end;
    private int at;
    private int depth;
    /**
     * The lowest bit says whether the innermost structure is an array, the next one the same of its parent, and so on.
     */
    private long arrays;

    private boolean first;
    private boolean named;
    private boolean escaped;
    private int from;
    private int to;
    private JsonToken token = JsonToken.NOT_AVAILABLE;

    public FastTokens(SymbolTable symbols, byte[] bytes, int offset, int length) {
        this.symbols = symbols;
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
    }

    @Override
    public JsonToken nextToken() {
        int next = next();
        if (depth == 0) {
            token = aroundDocument(next);
            return token;
        }
        if ((arrays & 1) != 0) {
            if (next == ']') {
                return close(JsonToken.END_ARRAY);
            }
            next = afterComma(next);
        } else if (!named) {
            throw UnsupportedJson.instance();
        }
        named = false;
        token = value(next);
        return token;
    }

    private JsonToken aroundDocument(int next) {
        if (token == JsonToken.NOT_AVAILABLE && next == '{') {
            return begin(0, JsonToken.START_OBJECT);
        }
        if (token == JsonToken.END_OBJECT && next == 0) {
            return JsonToken.NOT_AVAILABLE;
        }
        throw UnsupportedJson.instance();
    }

    @Override
    public @Nullable String nextName() {
        return findName() ? symbols.symbol(bytes, from, to) : null;
    }

    /** Goes behind the colon of the next member; false at the end of the object. */
    private boolean findName() {
        int next = next();
        if (next == '}' && (arrays & 1) == 0) {
            close(JsonToken.END_OBJECT);
            return false;
        }
        if (named || afterComma(next) != '"') {
            throw UnsupportedJson.instance();
        }
        readString();
        if (escaped || next() != ':') {
            throw UnsupportedJson.instance();
        }
        at++;
        named = true;
        return true;
    }

    @Override
    public void skipChildren() {
        if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
            return;
        }
        int outer = depth - 1;
        while (depth > outer) {
            if ((arrays & 1) != 0 || findName()) {
                nextToken();
            }
        }
    }

    private JsonToken value(int next) {
        first = false;
        return switch (next) {
            case '"' -> readString();
            case '{' -> begin(0, JsonToken.START_OBJECT);
            case '[' -> begin(1, JsonToken.START_ARRAY);
            case 't' -> literal("true", JsonToken.VALUE_TRUE);
            case 'f' -> literal("false", JsonToken.VALUE_FALSE);
            case 'n' -> literal("null", JsonToken.VALUE_NULL);
            default -> readNumber();
        };
    }

    private JsonToken begin(int array, JsonToken begun) {
        if (++depth > MAX_DEPTH) {
            throw UnsupportedJson.instance();
        }
        at++;
        arrays = arrays << 1 | array;
        first = true;
        return begun;
    }

    private JsonToken close(JsonToken closed) {
        if (named) {
            throw UnsupportedJson.instance();
        }
        at++;
        depth--;
        arrays >>>= 1;
        first = false;
        token = closed;
        return closed;
    }

    /** Skips white space; 0 at the end. */
    private int next() {
        while (at < end) {
            int next = bytes[at];
            if (next > ' ') {
                return next;
            }
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                throw UnsupportedJson.instance();
            }
            at++;
        }
        return 0;
    }

    private int afterComma(int next) {
        if (first) {
            first = false;
            return next;
        }
        if (next != ',') {
            throw UnsupportedJson.instance();
        }
        at++;
        return next();
    }

    private JsonToken literal(String word, JsonToken value) {
        for (int i = 0; i < word.length(); i++) {
            if (peek(at + i) != word.charAt(i)) {
                throw UnsupportedJson.instance();
            }
        }
        at += word.length();
        return value;
    }

    private int peek(int index) {
        return index < end ? bytes[index] : 0;
    }

    /** Finds the closing quote, eight bytes at a time. */
    private JsonToken readString() {
        escaped = false;
        int i = at + 1;
        from = i;
        while (true) {
            i = skipPlain(bytes, i, end);
            int c = peek(i);
            if (c == '"') {
                to = i;
                at = i + 1;
                return JsonToken.VALUE_STRING;
            }
            if (c < ' ') {
                throw UnsupportedJson.instance();
            }
            i = c == '\\' ? afterEscape(i) : i + 1;
        }
    }

    /**
     * Goes on to a quote, a backslash or anything else that ends plain text, eight bytes at a time; may stop among the
     * last seven bytes because no eight are left.
     */
    public static int skipPlain(byte[] bytes, int from, int end) {
        int i = from;
        while (i + Long.BYTES <= end) {
            long special = special((long) EIGHT.get(bytes, i));
            if (special != 0) {
                return i + (Long.numberOfTrailingZeros(special) >>> 3);
            }
            i += Long.BYTES;
        }
        return i;
    }

    /** Marks quotes, backslashes, control characters and all that isn't ASCII; the lowest mark is never wrong. */
    public static long special(long eight) {
        long quote = eight ^ ONES * '"';
        long backslash = eight ^ ONES * '\\';
        return ((quote - ONES) & ~quote | (backslash - ONES) & ~backslash | (eight - ONES * ' ') & ~eight | eight)
                & HIGHS;
    }

    private int afterEscape(int backslash) {
        escaped = true;
        int c = peek(backslash + 1);
        if (c <= 0 || "\"\\/bfnrt".indexOf(c) < 0) {
            throw UnsupportedJson.instance();
        }
        return backslash + 2;
    }

    private JsonToken readNumber() {
        int numberEnd = DecimalNumber.end(bytes, at, end);
        if (numberEnd < 0) {
            throw UnsupportedJson.instance();
        }
        from = at;
        to = numberEnd;
        at = numberEnd;
        return DecimalNumber.isWhole(bytes, from, to) ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT;
    }

    /** Where the string or number begins that was read last: behind its quote, if it has one. */
    public int from() {
        return from;
    }

    /** Where it ends. */
    public int to() {
        return to;
    }

    @Override
    public String text() {
        if (escaped) {
            throw UnsupportedJson.instance();
        }
        return SymbolTable.text(bytes, from, to);
    }

    @Override
    public String symbol() {
        if (escaped) {
            throw UnsupportedJson.instance();
        }
        return symbols.symbol(bytes, from, to);
    }

    @Override
    public double number() {
        if (bytes[from] == '-') {
            throw UnsupportedJson.instance();
        }
        return DecimalNumber.of(bytes, from, to);
    }

    @Override
    public int numberInText() {
        throw UnsupportedJson.instance();
    }
}
