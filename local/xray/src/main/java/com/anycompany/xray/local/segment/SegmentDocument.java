package com.anycompany.xray.local.segment;

/**
 * One valid document: a segment with its inline subsegments, or an independent subsegment.
 *
 * @param id of the entity that it describes
 */
public record SegmentDocument(TraceId traceId, long id, boolean inProgress, boolean subsegment, Content content) {}
