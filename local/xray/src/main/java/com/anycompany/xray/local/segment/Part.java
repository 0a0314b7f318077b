package com.anycompany.xray.local.segment;

/**
 * A document's contribution to its trace.
 *
 * @param receivedMillis when it came, since the service graph is selected by time of receipt
 */
public record Part(Entity entity, boolean subsegment, long receivedMillis) {}
