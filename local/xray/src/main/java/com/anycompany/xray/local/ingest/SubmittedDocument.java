package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.segment.SegmentDocument;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was submitted, among other bytes perhaps.
 *
 * @param validated the document, if a template has matched it already; then there are no bytes
 */
public record SubmittedDocument(
        byte[] bytes, int offset, int length, @Nullable SegmentDocument validated) {

    /** The most in one call; the service's own clients send fifty. */
    public static final int MAX_PER_CALL = 10_000;

    private static final byte[] NO_BYTES = new byte[0];

    public SubmittedDocument(byte[] bytes, int offset, int length) {
        this(bytes, offset, length, null);
    }

    static SubmittedDocument of(SegmentDocument validated) {
        return new SubmittedDocument(NO_BYTES, 0, 0, validated);
    }

    public static SubmittedDocument of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SubmittedDocument(bytes, 0, bytes.length);
    }
}
