package com.anycompany.xray.spring;

import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The entries of the MDC that tie a thread's log lines to a trace and to a span of it, as {@link TraceIdInLogs} writes them with
 * the X-Ray SDK.
 */
record LogContext(@Nullable String traceId, @Nullable String spanId) {

    /** @param current the span that a line belongs to; the request's own, where there is no other */
    static LogContext of(RequestSpan request, Span current) {
        return new LogContext(
                request.traceId(),
                current.getSpanContext().isValid() ? current.getSpanContext().getSpanId() : request.spanId());
    }

    /** Writes the entries, and returns what was there before: entering that restores it. */
    LogContext enter() {
        LogContext before = new LogContext(MDC.get(TraceIdInLogs.KEY), MDC.get(TraceIdInLogs.SPAN_KEY));
        put(TraceIdInLogs.KEY, traceId);
        put(TraceIdInLogs.SPAN_KEY, spanId);
        return before;
    }

    private static void put(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
