package com.anycompany.xray.spring;

import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Segment;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trace of the current thread's request. Without a trace, each method does nothing, so that tracing never fails a request.
 */
public final class CurrentTrace {

    /** The request attribute that holds the trace id, for error pages. */
    public static final String REQUEST_ATTRIBUTE = "xray.traceId";

    private static final Logger log = LoggerFactory.getLogger(CurrentTrace.class);

    private CurrentTrace() {}

    /** The trace id, {@code 1-xxxxxxxx-xxxxxxxxxxxxxxxxxxxxxxxx}; also that of a request which is not sampled. */
    public static Optional<String> id() {
        Entity entity = entity();
        return entity == null
                ? Optional.empty()
                : Optional.of(entity.getTraceId().toString());
    }

    /** Adds an annotation, which X-Ray indexes, to the segment. Keys consist of {@code [A-Za-z0-9_]}. */
    public static void annotate(String key, @Nullable String value) {
        if (value != null) {
            onSegment(segment -> segment.putAnnotation(key, value));
        }
    }

    /** Adds a numeric annotation to the segment. */
    public static void annotate(String key, @Nullable Number value) {
        if (value != null) {
            onSegment(segment -> segment.putAnnotation(key, value));
        }
    }

    /** Adds a boolean annotation to the segment. */
    public static void annotate(String key, boolean value) {
        onSegment(segment -> segment.putAnnotation(key, value));
    }

    /** Sets the segment's {@code user}, which X-Ray indexes. */
    public static void user(@Nullable String id) {
        if (id != null) {
            onSegment(segment -> segment.setUser(id));
        }
    }

    /** Wraps a task so that it belongs to the current trace on any thread; for executors that Spring Boot doesn't create. */
    public static Runnable wrap(Runnable task) {
        Tracing tracing = Tracing.current();
        return tracing == null ? task : TraceContext.current(tracing.recorder()).wrap(task);
    }

    /** Wraps a task so that it belongs to the current trace on any thread; for executors that Spring Boot doesn't create. */
    public static <T> Callable<T> wrap(Callable<T> task) {
        Tracing tracing = Tracing.current();
        return tracing == null ? task : TraceContext.current(tracing.recorder()).wrap(task);
    }

    private static @Nullable Entity entity() {
        Tracing tracing = Tracing.current();
        return tracing == null ? null : tracing.recorder().getTraceEntity();
    }

    private static void onSegment(Consumer<Segment> change) {
        Entity entity = entity();
        if (entity == null) {
            return;
        }
        try {
            change.accept(entity.getParentSegment());
        } catch (RuntimeException e) {
            log.debug("Trace {} is closed", entity.getTraceId(), e);
        }
    }
}
