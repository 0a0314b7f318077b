package com.anycompany.xray.local.logs;

import com.anycompany.xray.local.segment.TraceId;

/**
 * One log record as it is kept.
 *
 * @param nanos its time, in nanoseconds since the epoch
 * @param json the record in the form in which it is returned
 */
public record LogEntry(TraceId trace, long nanos, byte[] json) {}
