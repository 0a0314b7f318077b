package com.anycompany.xray.spring;

import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.listeners.SegmentListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Puts the trace id into every log line of a request, sampled or not, on whichever thread works for it. */
final class TraceIdInLogs implements SegmentListener {

    /** The key that Spring Boot's structured logging knows, too. */
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
