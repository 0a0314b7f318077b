package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.segment.SegmentDocument;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Something that is said to be a segment document; its bytes stand among others perhaps.
 *
 * @param judged the document, if its shape was recognised already; then there are no bytes
 */
public record RawDocument(
        byte[] bytes, int offset, int length, @Nullable SegmentDocument judged) {

    private static final byte[] NOTHING = new byte[0];

    public RawDocument(byte[] bytes, int offset, int length) {
        this(bytes, offset, length, null);
    }

    public static RawDocument judged(SegmentDocument document) {
        return new RawDocument(NOTHING, 0, 0, document);
    }

    public static RawDocument of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new RawDocument(bytes, 0, bytes.length);
    }
}
