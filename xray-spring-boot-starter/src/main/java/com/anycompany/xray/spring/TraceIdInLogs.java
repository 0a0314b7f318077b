package com.anycompany.xray.spring;

import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.listeners.SegmentListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Segment listener: puts the trace id and the current entity's id into the MDC of each thread of a request, sampled or not. */
final class TraceIdInLogs implements SegmentListener {

    /** The MDC key, which Spring Boot's structured logging uses, too. */
    static final String KEY = "traceId";

    /** The id of the current segment or subsegment, under the name of OpenTelemetry. */
    static final String SPAN_KEY = "spanId";

    @Override
    public void onSetEntity(@Nullable Entity previous, Entity next) {
        if (previous == null || previous.getParentSegment() != next.getParentSegment()) {
            MDC.put(KEY, next.getTraceId().toString());
        }
        MDC.put(SPAN_KEY, next.getId());
    }

    @Override
    public void onClearEntity(Entity previous) {
        MDC.remove(KEY);
        MDC.remove(SPAN_KEY);
    }
}
