package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.entities.Segment;
import java.util.Optional;

/**
 * The trace of the request that this thread works on. Every method does nothing where there is no trace: tracing never
 * fails a request.
 */
public final class CurrentTrace {

    private CurrentTrace() {}

    /** The trace id, {@code 1-xxxxxxxx-xxxxxxxxxxxxxxxxxxxxxxxx}. */
    public static Optional<String> id() {
        return AWSXRay.getCurrentSegmentOptional()
                .map(segment -> segment.getTraceId().toString());
    }

    /** Puts an annotation, which X-Ray indexes, on the segment. Keys consist of {@code [A-Za-z0-9_]}. */
    public static void annotate(String key, String value) {
        AWSXRay.getCurrentSegmentOptional().ifPresent(segment -> segment.putAnnotation(key, value));
    }

    /** Names the person the request is for, which X-Ray indexes as the segment's {@code user}. */
    public static void user(String id) {
        AWSXRay.getCurrentSegmentOptional()
                .filter(Segment.class::isInstance)
                .map(Segment.class::cast)
                .ifPresent(segment -> segment.setUser(id));
    }
}
