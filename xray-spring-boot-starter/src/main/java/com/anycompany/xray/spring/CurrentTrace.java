package com.anycompany.xray.spring;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The trace of the current thread's request, whichever library records it ({@code xray.backend}). Without a trace, each method
 * does nothing, so that tracing never fails a request.
 */
public final class CurrentTrace {

    /** The request attribute that holds the trace id, for error pages. */
    public static final String REQUEST_ATTRIBUTE = "xray.traceId";

    private static volatile TraceBackend backend = TraceBackend.NONE;

    private CurrentTrace() {}

    /** The trace id, {@code 1-xxxxxxxx-xxxxxxxxxxxxxxxxxxxxxxxx}; also that of a request which is not sampled. */
    public static Optional<String> id() {
        return Optional.ofNullable(backend.id());
    }

    /** Adds an annotation, which X-Ray indexes, to the segment. Keys consist of {@code [A-Za-z0-9_]}. */
    public static void annotate(String key, @Nullable String value) {
        if (value != null) {
            backend.annotate(key, value);
        }
    }

    /** Adds a numeric annotation to the segment. */
    public static void annotate(String key, @Nullable Number value) {
        if (value != null) {
            backend.annotate(key, value);
        }
    }

    /** Adds a boolean annotation to the segment. */
    public static void annotate(String key, boolean value) {
        backend.annotate(key, value);
    }

    /** Sets the segment's {@code user}, which X-Ray indexes. */
    public static void user(@Nullable String id) {
        if (id != null) {
            backend.user(id);
        }
    }

    /** Wraps a task so that it belongs to the current trace on any thread; for executors that Spring Boot doesn't create. */
    public static Runnable wrap(Runnable task) {
        return backend.wrap(task);
    }

    /** Wraps a task so that it belongs to the current trace on any thread; for executors that Spring Boot doesn't create. */
    public static <T> Callable<T> wrap(Callable<T> task) {
        return backend.wrap(task);
    }

    /**
     * What {@link #resume} needs to continue this trace later, in this process or another one: an X-Amzn-Trace-Id header whose
     * parent is the caller of the current request, or the request itself if nobody called it. Empty if it isn't recorded.
     */
    public static Optional<String> callerHeader() {
        return Optional.ofNullable(backend.callerHeader());
    }

    /**
     * Does work that belongs to an earlier request as a further segment of this service, under the same caller. It isn't
     * recorded if tracing is off.
     *
     * @param header from {@link #callerHeader()}
     */
    public static void resume(String header, Runnable work) {
        backend.resume(header, work);
    }

    static TraceBackend backend() {
        return backend;
    }

    /** Chooses what records the traces of this process. */
    static void use(TraceBackend chosen) {
        backend = chosen;
    }
}
