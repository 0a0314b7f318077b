package com.anycompany.xray.spring;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Service provider interface of {@link CurrentTrace}: the tracing library that records what the application says about its
 * requests. No method throws on behalf of tracing, and each does nothing on a thread without a trace.
 *
 * <p>Decision: docs/adr/061-tracing-api-with-two-back-ends.md.
 */
interface TraceBackend {

    /** The back end of an application that isn't traced. */
    TraceBackend NONE = new TraceBackend() {};

    /** The trace id in X-Ray's form. */
    default @Nullable String id() {
        return null;
    }

    /** @param value a text, a number or a boolean */
    default void annotate(String key, Object value) {}

    default void user(String id) {}

    default Runnable wrap(Runnable task) {
        return task;
    }

    default <T> Callable<T> wrap(Callable<T> task) {
        return task;
    }

    /** {@link CurrentTrace#callerHeader()}. */
    default @Nullable String callerHeader() {
        return null;
    }

    /** {@link CurrentTrace#resume(String, Runnable)}. */
    default void resume(String header, Runnable work) {
        work.run();
    }

    /** What {@link AwsSdkTracing} does with calls of AWS SDK clients. */
    default AwsCalls awsCalls() {
        return AwsCalls.IGNORED;
    }

    /** Ways to record calls of AWS SDK clients. An enumeration, because an application may lack the AWS SDK. */
    enum AwsCalls {
        IGNORED,
        /** {@link XRayCalls} records them. */
        RECORDED,
        /** OpenTelemetry's agent records them, and {@link OpenTelemetryCalls} adds what it doesn't know. */
        COMPLETED
    }
}
