package com.anycompany.xray.local.segment;

/** Names an entity of another trace that this one continues without having been called by it, such as a message's sender. */
public record Link(TraceId traceId, long id) {}
