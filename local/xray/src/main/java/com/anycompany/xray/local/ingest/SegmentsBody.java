package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.decode.DocumentDecoder;
import com.anycompany.xray.local.json.FastTokens;
import com.anycompany.xray.local.json.JsonEscapes;
import com.anycompany.xray.local.template.TemplateCatalog;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fast reader for the body of PutTraceSegments as SDKs and daemon send it: {@code {"TraceSegmentDocuments":
 * ["{\"name\": …}", …]}}, in ASCII. That is JSON within JSON, and every quote in it is escaped, which is what a JSON
 * parser is slowest at.
 *
 * <p>A document that a template matches is recognised within its string; the others are unescaped. Any other body,
 * valid or not, is left to a JSON parser.
 */
final class SegmentsBody {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] MEMBER = "\"TraceSegmentDocuments\"".getBytes(StandardCharsets.US_ASCII);

    private final DocumentDecoder decoder;
    private final byte[] body;
    private byte[] unescaped = new byte[0];
    private int at;
    private int length;
    private boolean usual = true;

    private SegmentsBody(DocumentDecoder decoder, byte[] body) {
        this.decoder = decoder;
        this.body = body;
    }

    /** The documents; null if the body has to be read as any JSON. */
    static @Nullable List<SubmittedDocument> read(DocumentDecoder decoder, byte[] body) {
        SegmentsBody reader = new SegmentsBody(decoder, body);
        return reader.begins() ? reader.readDocuments() : null;
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

    private @Nullable List<SubmittedDocument> readDocuments() {
        List<SubmittedDocument> documents = new ArrayList<>();
        do {
            skip('"');
            documents.add(next());
            spaces();
            usual &= documents.size() <= SubmittedDocument.MAX_PER_CALL;
        } while (usual && peek(at) == ',' && at++ >= 0);
        skip(']');
        skip('}');
        spaces();
        return usual && at == body.length ? documents : null;
    }

    /** Goes behind its closing quote. */
    private SubmittedDocument next() {
        TemplateCatalog.Match match = usual ? decoder.matchInString(body, at) : null;
        if (match != null) {
            at = match.end() + 1;
            return SubmittedDocument.of(match.document());
        }
        if (unescaped.length == 0) {
            unescaped = new byte[body.length - at + Long.BYTES];
        }
        int offset = length;
        unescape();
        return new SubmittedDocument(unescaped, offset, length - offset);
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
    private void unescape() {
        while (usual) {
            while (at + Long.BYTES <= body.length) {
                long eight = (long) EIGHT.get(body, at);
                long special = FastTokens.special(eight);
                EIGHT.set(unescaped, length, eight);
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
                next = JsonEscapes.unescape(peek(at++));
                usual &= next != 0;
            } else {
                usual &= next >= ' ';
            }
            unescaped[length++] = (byte) next;
        }
    }
}
