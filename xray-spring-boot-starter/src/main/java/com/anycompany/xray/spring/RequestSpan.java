package com.anycompany.xray.spring;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The span of one request, which becomes its segment, and what is known of it only when it ends: a method's exception is a
 * fault unless the request is answered with a client error because of it. The span of such a method is therefore kept open,
 * and ended with the request, at the time when the method ended.
 */
final class RequestSpan {

    /** AWS makes annotations of the attributes that are listed here, and metadata of all others. */
    static final AttributeKey<List<String>> ANNOTATIONS = AttributeKey.stringArrayKey("aws.xray.annotations");

    private static final ContextKey<RequestSpan> KEY = ContextKey.named("xray.request");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final int MAX_OPEN = 100;

    private final Span span;
    private final @Nullable String callerId;
    private final Set<String> annotations = new LinkedHashSet<>();
    private final List<FailedMethod> failed = new ArrayList<>();
    private final Clock clock;
    private boolean ended;

    /** @param callerId the span of the caller; null if nobody called */
    RequestSpan(Span span, @Nullable String callerId, Clock clock) {
        this.span = span;
        this.callerId = callerId;
        this.clock = clock;
    }

    static @Nullable RequestSpan current() {
        return Context.current().get(KEY);
    }

    /** A context in which this is the current request. */
    Context in(Context context) {
        return context.with(KEY, this);
    }

    /** The trace id in X-Ray's form: {@code 1-}, eight digits, {@code -}, the other digits. */
    String traceId() {
        String id = span.getSpanContext().getTraceId();
        return "1-" + id.substring(0, 8) + "-" + id.substring(8);
    }

    String spanId() {
        return span.getSpanContext().getSpanId();
    }

    @Nullable
    String callerHeader() {
        SpanContext context = span.getSpanContext();
        return context.isSampled()
                ? "Root=" + traceId() + ";Parent=" + (callerId == null ? context.getSpanId() : callerId) + ";Sampled=1"
                : null;
    }

    synchronized void annotate(String key, Object value) {
        if (value instanceof Boolean flag) {
            span.setAttribute(key, flag);
        } else if (value instanceof Float || value instanceof Double) {
            span.setAttribute(key, ((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            span.setAttribute(key, number.longValue());
        } else {
            span.setAttribute(key, value.toString());
        }
        if (annotations.add(key)) {
            span.setAttribute(ANNOTATIONS, List.copyOf(annotations));
        }
    }

    void user(String id) {
        span.setAttribute("enduser.id", id);
    }

    /** Ends the span of a method that threw an exception, now or with the request. */
    synchronized void methodFailed(Span method, Throwable exception) {
        method.recordException(exception);
        if (ended || failed.size() == MAX_OPEN) {
            method.setStatus(StatusCode.ERROR);
            method.end();
        } else {
            failed.add(new FailedMethod(method, exception, clock.instant()));
        }
    }

    /**
     * Completes the spans of the request's methods; the request's own span is ended by who began it.
     *
     * @param status of the response
     * @param handled the exception that the application has turned into the response; null if there was none
     * @param recorded whether the request's span tells of its exception already
     */
    synchronized void finish(int status, @Nullable Throwable handled, boolean recorded) {
        if (ended) {
            return;
        }
        ended = true;
        if (status >= 500 && handled != null && !recorded) {
            span.recordException(handled);
        }
        for (FailedMethod method : failed) {
            if (status >= 400 && status < 500 && method.exception == handled) {
                method.span.setAttribute(STATUS, status);
            }
            method.span.setStatus(StatusCode.ERROR);
            method.span.end(method.end);
        }
        failed.clear();
    }

    private record FailedMethod(Span span, Throwable exception, Instant end) {}
}
