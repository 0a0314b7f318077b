package com.anycompany.xray.local.parse;

import com.anycompany.xray.local.json.JacksonTokens;
import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.json.PlainTokens;
import com.anycompany.xray.local.json.Tokens;
import com.anycompany.xray.local.parse.InvalidDocument.Code;
import com.anycompany.xray.local.segment.Content;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.Part;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.template.Shapes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/**
 * Judges the bytes of a segment document, and says with the service's code what is wrong; later reads what a valid one says.
 *
 * <p>These are two passes: a document is judged when it arrives, and read when its trace is put together. Judging walks
 * over whatever no rule asks about.
 *
 * <p>A document of a known shape ({@link Shapes}) needs no parser. {@link PlainTokens} are tried next; whatever they refuse, or
 * turns out to be invalid, Jackson reads once more and has the last word.
 */
public final class DocumentParser {

    /** The limit of X-Ray for one document. */
    public static final int MAX_BYTES = 64 * 1024;

    private DocumentParser() {}

    public static SegmentDocument parse(byte[] bytes) throws InvalidDocument {
        return parse(bytes, 0, bytes.length);
    }

    /** Reads a document that stands among other bytes; they must stay as they are until it has been stored. */
    public static SegmentDocument parse(byte[] bytes, int offset, int length) throws InvalidDocument {
        if (length > MAX_BYTES) {
            throw new InvalidDocument(
                    Code.InvalidSegment,
                    "Invalid segment. ErrorCode: InvalidSegment",
                    null,
                    "the document has " + length + " bytes; at most " + MAX_BYTES + " are accepted");
        }
        SegmentDocument known = Shapes.ALL.judge(bytes, offset, length);
        if (known != null) {
            return known;
        }
        SegmentDocument document = judgePlainly(bytes, offset, length);
        if (document == null) {
            return judgeThoroughly(bytes, offset, length);
        }
        Shapes.ALL.learn(bytes, offset, length);
        return document;
    }

    /** Null if it is invalid or can't be read like this. */
    public static @Nullable SegmentDocument judgePlainly(byte[] bytes, int offset, int length) {
        try {
            return judge(read(new PlainTokens(bytes, offset, length), false), bytes, offset, length);
        } catch (PlainTokens.Unusual | InvalidDocument e) {
            return null;
        }
    }

    /** Reads the details, too: what Jackson can't read now, it couldn't later. */
    public static SegmentDocument judgeThoroughly(byte[] bytes, int offset, int length) throws InvalidDocument {
        return judge(readThoroughly(bytes, offset, length), bytes, offset, length);
    }

    private static SegmentDocument judge(EntityReader top, byte[] bytes, int offset, int length)
            throws InvalidDocument {
        EntityRules rules = EntityRules.forDocument(top);
        rules.check(top);
        return new SegmentDocument(
                rules.traceId(top),
                EntityId.parse(Objects.requireNonNull(top.id)),
                top.inProgress,
                rules.subsegment(),
                new Content.Json(bytes, offset, length));
    }

    /** What a document says that has been found valid. */
    public static Part part(byte[] bytes, int offset, int length, long receivedMillis) {
        Part part = partPlainly(bytes, offset, length, receivedMillis);
        return part == null ? partThoroughly(bytes, offset, length, receivedMillis) : part;
    }

    /** Null if it can't be read like this. */
    public static @Nullable Part partPlainly(byte[] bytes, int offset, int length, long receivedMillis) {
        try {
            return part(read(new PlainTokens(bytes, offset, length), true), receivedMillis);
        } catch (PlainTokens.Unusual | InvalidDocument e) {
            return null;
        }
    }

    public static Part partThoroughly(byte[] bytes, int offset, int length, long receivedMillis) {
        try {
            return part(readThoroughly(bytes, offset, length), receivedMillis);
        } catch (InvalidDocument e) {
            throw new IllegalStateException("a stored document can't be read any more: " + e.getMessage(), e);
        }
    }

    private static Part part(EntityReader top, long receivedMillis) throws InvalidDocument {
        return new Part(top.build(), EntityRules.forDocument(top).subsegment(), receivedMillis);
    }

    private static EntityReader readThoroughly(byte[] bytes, int offset, int length) throws InvalidDocument {
        try (JsonParser json = Json.FACTORY.createParser(Json.READ, bytes, offset, length)) {
            return read(new JacksonTokens(json), true);
        } catch (JacksonException e) {
            throw InvalidDocument.unreadable(describe(e));
        }
    }

    private static EntityReader read(Tokens json, boolean details) throws InvalidDocument {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw InvalidDocument.unreadable("the document is not a JSON object");
        }
        EntityReader top = new EntityReader(json, true, details);
        top.read();
        if (json.nextToken() != JsonToken.NOT_AVAILABLE) {
            throw InvalidDocument.unreadable("something follows the document's closing brace");
        }
        return top;
    }

    public static String describe(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String message = e.getOriginalMessage();
        return at == null || at.getByteOffset() < 0 ? message : message + " (at byte " + at.getByteOffset() + ")";
    }
}
