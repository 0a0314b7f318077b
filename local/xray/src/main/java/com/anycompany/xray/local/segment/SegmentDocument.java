package com.anycompany.xray.local.segment;

/**
 * One valid document: a segment with its inline subsegments, or an independent subsegment.
 *
 * @param id of the entity that it describes
 * @param bytes where the JSON stands as it was received, among other things perhaps
 * @param offset where it begins
 */
public record SegmentDocument(
        TraceId traceId, long id, boolean inProgress, boolean subsegment, byte[] bytes, int offset, int length) {}
