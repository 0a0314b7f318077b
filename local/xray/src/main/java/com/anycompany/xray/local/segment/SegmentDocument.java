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
}
