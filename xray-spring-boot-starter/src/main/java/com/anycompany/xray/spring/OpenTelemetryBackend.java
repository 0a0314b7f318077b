package com.anycompany.xray.spring;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry as back end of {@link CurrentTrace}. The spans of requests and calls are those of OpenTelemetry's Java agent,
 * whose API this uses; without the agent nothing is recorded.
 */
final class OpenTelemetryBackend implements TraceBackend {

    private static final Pattern HEADER =
            Pattern.compile("Root=1-([0-9a-f]{8})-([0-9a-f]{24});Parent=([0-9a-f]{16}).*", Pattern.CASE_INSENSITIVE);

    private final String service;
    private final Clock clock;

    /** @param service names the spans that {@link #resume} begins */
    OpenTelemetryBackend(SegmentName service, Clock clock) {
        this.service = service.value();
        this.clock = clock;
        CurrentTrace.use(this);
    }

    static Tracer tracer() {
        return GlobalOpenTelemetry.getTracer("xray-spring-boot-starter");
    }

    @Override
    public AwsCalls awsCalls() {
        return AwsCalls.COMPLETED;
    }

    @Override
    public @Nullable String id() {
        RequestSpan request = RequestSpan.current();
        return request == null ? null : request.traceId();
    }

    @Override
    public void annotate(String key, Object value) {
        RequestSpan request = RequestSpan.current();
        if (request != null) {
            request.annotate(key, value);
        }
    }

    @Override
    public void user(String id) {
        RequestSpan request = RequestSpan.current();
        if (request != null) {
            request.user(id);
        }
    }

    @Override
    public Runnable wrap(Runnable task) {
        RequestSpan request = RequestSpan.current();
        if (request == null) {
            return task;
        }
        Runnable inContext = Context.current().wrap(task);
        LogContext logs = LogContext.of(request, Span.current());
        return () -> {
            LogContext before = logs.enter();
            try {
                inContext.run();
            } finally {
                before.enter();
            }
        };
    }

    @Override
    public <T> Callable<T> wrap(Callable<T> task) {
        RequestSpan request = RequestSpan.current();
        if (request == null) {
            return task;
        }
        Callable<T> inContext = Context.current().wrap(task);
        LogContext logs = LogContext.of(request, Span.current());
        return () -> {
            LogContext before = logs.enter();
            try {
                return inContext.call();
            } finally {
                before.enter();
            }
        };
    }

    @Override
    public @Nullable String callerHeader() {
        RequestSpan request = RequestSpan.current();
        return request == null ? null : request.callerHeader();
    }

    @Override
    public void resume(String header, Runnable work) {
        Matcher caller = HEADER.matcher(header);
        if (!caller.matches()) {
            work.run();
            return;
        }
        SpanContext parent = SpanContext.createFromRemoteParent(
                caller.group(1) + caller.group(2), caller.group(3), TraceFlags.getSampled(), TraceState.getDefault());
        Span span = tracer().spanBuilder(service)
                .setParent(Context.root().with(Span.wrap(parent)))
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        RequestSpan request = new RequestSpan(span, caller.group(3), clock);
        try (Scope scope = request.in(Context.root().with(span)).makeCurrent()) {
            wrap(work).run();
        } catch (RuntimeException e) {
            span.recordException(e);
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            request.finish(0, null, true);
            span.end();
        }
    }
}
