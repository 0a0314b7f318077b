package com.anycompany.xray.spring;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Servlet filter: makes the span that OpenTelemetry's agent has begun for a request known as its segment. The response and the
 * log lines get the trace id, as with the X-Ray SDK.
 */
final class OpenTelemetryFilter implements Filter {

    private static final String ATTRIBUTE = RequestSpan.class.getName();
    private static final String RESPONSE = OpenTelemetryFilter.class.getName() + ".response";
    private static final String XRAY_HEADER = "X-Amzn-Trace-Id";
    private static final Pattern XRAY_PARENT =
            Pattern.compile("(?:^|;)\\s*Parent=([0-9a-f]{16})", Pattern.CASE_INSENSITIVE);
    private static final Pattern W3C_PARENT =
            Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-([0-9a-f]{16})-.*", Pattern.CASE_INSENSITIVE);

    private final IgnoredPaths ignored;
    private final boolean trustsHeader;
    private final Clock clock;

    /** @param trustsHeader whether the caller's header gives the trace id; the agent's extension is told so itself */
    OpenTelemetryFilter(IgnoredPaths ignored, boolean trustsHeader, Clock clock) {
        this.ignored = ignored;
        this.trustsHeader = trustsHeader;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestSpan span = request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer
                ? requestSpan(http, answer)
                : null;
        if (span == null) {
            chain.doFilter(request, response);
            return;
        }
        LogContext before = LogContext.of(span, Span.current()).enter();
        try (Scope scope = span.in(Context.current()).makeCurrent()) {
            chain.doFilter(request, response);
        } finally {
            before.enter();
        }
    }

    private @Nullable RequestSpan requestSpan(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestSpan known) {
            return known;
        }
        SpanContext context = Span.current().getSpanContext();
        if (!context.isValid() || request.getDispatcherType() != DispatcherType.REQUEST || ignored.contains(request)) {
            return null;
        }
        RequestSpan span = new RequestSpan(Span.current(), trustsHeader ? caller(request) : null, clock);
        request.setAttribute(ATTRIBUTE, span);
        request.setAttribute(RESPONSE, response);
        request.setAttribute(CurrentTrace.REQUEST_ATTRIBUTE, span.traceId());
        response.setHeader(XRAY_HEADER, "Root=" + span.traceId());
        return span;
    }

    private static @Nullable String caller(HttpServletRequest request) {
        String header = request.getHeader(XRAY_HEADER);
        Matcher xray = XRAY_PARENT.matcher(header == null ? "" : header);
        if (xray.find()) {
            return xray.group(1);
        }
        String parent = request.getHeader("traceparent");
        Matcher w3c = W3C_PARENT.matcher(parent == null ? "" : parent);
        return w3c.matches() ? w3c.group(1) : null;
    }

    /** Completes the request's spans when the response is known, before the agent ends the request's own span. */
    static final class EndListener implements ServletRequestListener {

        @Override
        public void requestDestroyed(ServletRequestEvent event) {
            ServletRequest request = event.getServletRequest();
            if (request.getAttribute(ATTRIBUTE) instanceof RequestSpan span
                    && request.getAttribute(RESPONSE) instanceof HttpServletResponse response
                    && !request.isAsyncStarted()) {
                // The agent records what the container was given.
                boolean recorded = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
                Throwable handled = request.getAttribute(HandledExceptionRecorder.HANDLED) instanceof Throwable thrown
                        ? thrown
                        : null;
                span.finish(response.getStatus(), handled, recorded);
            }
        }
    }
}
