package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.json.PlainTokens;
import com.anycompany.xray.local.template.Shapes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the documents out of a body as SDKs and daemon send it: {@code {"TraceSegmentDocuments": ["{\"name\": …}", …]}},
 * in ASCII. That is JSON within JSON, and every quote in it is escaped, which is what a JSON parser is slowest at.
 *
 * <p>A document of a known shape is recognised as it stands there; the others are taken out of their strings. Whatever looks otherwise, valid or not, is left to such a parser.
 */
public final class DocumentList {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] MEMBER = "\"TraceSegmentDocuments\"".getBytes(StandardCharsets.US_ASCII);
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final byte[] body;
    private byte[] unquoted = new byte[0];
    private int at;
    private int length;
    private boolean usual = true;

    private DocumentList(byte[] body) {
        this.body = body;
    }

    /** The documents, all in one array; null if the body has to be read otherwise. */
    public static @Nullable List<RawDocument> of(byte[] body) {
        DocumentList list = new DocumentList(body);
        return list.begins() ? list.read() : null;
    }

    private boolean begins() {
        skip('{');
        spaces();
        int end = at + MEMBER.length;
        if (end > body.length || !Arrays.equals(body, at, end, MEMBER, 0, MEMBER.length)) {
            return false;
        }
        at = end;
        skip(':');
        skip('[');
        return usual;
    }

    private @Nullable List<RawDocument> read() {
        List<RawDocument> documents = new ArrayList<>();
        do {
            skip('"');
            documents.add(next());
            spaces();
        } while (usual && peek(at) == ',' && at++ >= 0);
        skip(']');
        skip('}');
        spaces();
        return usual && at == body.length ? documents : null;
    }

    /** Goes behind its closing quote. */
    private RawDocument next() {
        Shapes.Quoted known = usual ? Shapes.ALL.judgeQuoted(body, at) : null;
        if (known != null) {
            at = known.end() + 1;
            return RawDocument.judged(known.document());
        }
        if (unquoted.length == 0) {
            unquoted = new byte[body.length - at + Long.BYTES];
        }
        int offset = length;
        unquote();
        return new RawDocument(unquoted, offset, length - offset);
    }

    private void spaces() {
        while (peek(at) == ' ' || peek(at) == '\n' || peek(at) == '\r' || peek(at) == '\t') {
            at++;
        }
    }

    private void skip(char expected) {
        spaces();
        usual &= peek(at) == expected;
        at++;
    }

    private int peek(int index) {
        return index < body.length ? body[index] : 0;
    }

    /** Goes behind the closing quote, copying eight bytes at a time. */
    private void unquote() {
        while (usual) {
            while (at + Long.BYTES <= body.length) {
                long eight = (long) EIGHT.get(body, at);
                long special = PlainTokens.special(eight);
                EIGHT.set(unquoted, length, eight);
                int plain = special == 0 ? Long.BYTES : Long.numberOfTrailingZeros(special) >>> 3;
                at += plain;
                length += plain;
                if (special != 0) {
                    break;
                }
            }
            int next = peek(at);
            at++;
            if (next == '"') {
                return;
            }
            if (next == '\\') {
                next = unescape();
                usual &= next != 0;
            } else {
                usual &= next >= ' ';
            }
            unquoted[length++] = (byte) next;
        }
    }

    private int unescape() {
        return meant(peek(at++));
    }

    /** What the letter behind a backslash means; 0 if that isn't for us. */
    public static byte meant(int escaped) {
        int meaning = ESCAPED.indexOf(escaped);
        return meaning < 0 ? 0 : (byte) MEANT.charAt(meaning);
    }
}
