package com.anycompany.xray.local.parse;

import com.anycompany.xray.local.json.JsonTokens;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.EntityTreeBuilder;
import com.anycompany.xray.local.segment.JsonContent;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.segment.SegmentDocument;
import java.util.Objects;

/** A document that has been read from a token stream; not validated yet. */
record ReadDocument(EntityReader entity) {

    /** @param details whether to read more than validation needs */
    static ReadDocument from(JsonTokens json, boolean details) throws InvalidDocument {
        return new ReadDocument(EntityReader.readDocument(json, details));
    }

    SegmentDocument validate(byte[] bytes, int offset, int length) throws InvalidDocument {
        EntityRules rules = EntityRules.forDocument(entity);
        rules.check(entity);
        return new SegmentDocument(
                rules.traceId(entity),
                EntityId.parse(Objects.requireNonNull(entity.id())),
                entity.inProgress(),
                rules.subsegment(),
                new JsonContent(bytes, offset, length));
    }

    /** What a valid document says. */
    ParsedDocument parsed(long receivedMillis) throws InvalidDocument {
        boolean subsegment = EntityRules.forDocument(entity).subsegment();
        return new ParsedDocument(entities().build(), subsegment, receivedMillis);
    }

    EntityTreeBuilder entities() {
        return entity.entities();
    }
}
