package com.anycompany.xray.spring;

import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.listeners.SegmentListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Segment listener: puts the trace id into the MDC of each thread of a request, sampled or not. */
final class TraceIdInLogs implements SegmentListener {

    /** The MDC key, which Spring Boot's structured logging uses, too. */
    static final String KEY = "traceId";

    @Override
    public void onSetEntity(@Nullable Entity previous, Entity next) {
        if (previous == null || previous.getParentSegment() != next.getParentSegment()) {
            MDC.put(KEY, next.getTraceId().toString());
        }
    }

    @Override
    public void onClearEntity(Entity previous) {
        MDC.remove(KEY);
    }
}
