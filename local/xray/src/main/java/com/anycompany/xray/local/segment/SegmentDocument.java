package com.anycompany.xray.local.segment;

/**
 * One validated document: a segment with its inline subsegments, or an independent subsegment.
 *
 * @param id of the entity that it describes
 */
public record SegmentDocument(
        TraceId traceId, long id, boolean inProgress, boolean subsegment, DocumentContent content) {

    /** The limit of X-Ray for one document. */
    public static final int MAX_BYTES = 64 * 1024;

    /** The limit for what becomes of one OpenTelemetry span, which may itself have 200 KB. */
    public static final int MAX_SPAN_BYTES = 512 * 1024;
}
