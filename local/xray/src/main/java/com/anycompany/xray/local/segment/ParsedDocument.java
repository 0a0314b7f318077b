package com.anycompany.xray.local.segment;

/**
 * One document, parsed: its entity with the inline subsegments, and when it was received.
 *
 * @param receivedMillis in milliseconds since the epoch; the service graph is selected by time of receipt
 */
public record ParsedDocument(Entity entity, boolean subsegment, long receivedMillis) {}
