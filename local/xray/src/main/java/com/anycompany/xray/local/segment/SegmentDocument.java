package com.anycompany.xray.local.segment;

/**
 * One valid document: a segment with its inline subsegments, or an independent subsegment.
 *
 * @param bytes the JSON as it was received
 */
public record SegmentDocument(TraceId traceId, Entity entity, boolean subsegment, byte[] bytes) {}
