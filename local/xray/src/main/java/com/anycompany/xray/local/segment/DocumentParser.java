package com.anycompany.xray.local.segment;

import com.anycompany.xray.local.segment.InvalidDocument.Code;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Turns the bytes of a segment document into a {@link SegmentDocument}, or says with the service's code why not. */
public final class DocumentParser {

    /** The limit of X-Ray for one document. */
    public static final int MAX_BYTES = 64 * 1024;

    private DocumentParser() {}

    public static SegmentDocument parse(byte[] bytes) throws InvalidDocument {
        if (bytes.length > MAX_BYTES) {
            throw new InvalidDocument(
                    Code.InvalidSegment,
                    "Invalid segment. ErrorCode: InvalidSegment",
                    null,
                    "the document has " + bytes.length + " bytes; at most " + MAX_BYTES + " are accepted");
        }
        try (JsonParser json = Json.FACTORY.createParser(Json.READ, bytes, 0, bytes.length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw InvalidDocument.unreadable("the document is not a JSON object");
            }
            EntityReader top = new EntityReader(json, true);
            top.read();
            if (json.nextToken() != null) {
                throw InvalidDocument.unreadable("something follows the document's closing brace");
            }
            return build(top, bytes);
        } catch (JacksonException e) {
            throw InvalidDocument.unreadable(describe(e));
        }
    }

    private static SegmentDocument build(EntityReader top, byte[] bytes) throws InvalidDocument {
        EntityRules rules = EntityRules.forDocument(top);
        Entity entity = rules.check(top);
        TraceId traceId = traceId(top, rules);
        return new SegmentDocument(traceId, entity, rules.subsegment(), bytes);
    }

    private static TraceId traceId(EntityReader top, EntityRules rules) throws InvalidDocument {
        // EntityRules has made sure that there is a well-formed one.
        TraceId id = top.traceId == null ? null : TraceId.parse(top.traceId);
        if (id == null) {
            throw rules.invalid(Code.InvalidTraceId, top, "trace_id is not a trace id");
        }
        return id;
    }

    static String describe(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String message = e.getOriginalMessage();
        return at == null || at.getByteOffset() < 0 ? message : message + " (at byte " + at.getByteOffset() + ")";
    }
}
