package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.TraceHeader;
import com.amazonaws.xray.entities.TraceHeader.SampleDecision;
import com.amazonaws.xray.entities.TraceID;
import com.amazonaws.xray.strategy.sampling.SamplingRequest;
import com.amazonaws.xray.strategy.sampling.SamplingResponse;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Servlet filter: records each request as a segment.
 *
 *
 * <ol>
 *   <li>The first dispatch begins the segment. The caller's X-Amzn-Trace-Id, if it is trusted, decides whether it is recorded,
 *       otherwise the sampling rules do. The response has the trace id.
 *   <li>Later dispatches, asynchronous ones and the error page, continue the segment.
 *   <li>It ends when the response's status is known: after the last filter if the request succeeded, otherwise after the
 *       error page was rendered ({@link RequestEndListener}), and for asynchronous requests on completion ({@link
 *       TracedRequest}).
 * </ol>
 */
final class TracingFilter implements Filter {

    private static final Logger log = LoggerFactory.getLogger(TracingFilter.class);

    private final AWSXRayRecorder recorder;
    private final String name;
    private final IgnoredPaths ignored;
    private final boolean trustsHeader;

    /** @param trustsHeader whether the caller's X-Amzn-Trace-Id is obeyed */
    TracingFilter(AWSXRayRecorder recorder, SegmentName name, IgnoredPaths ignored, boolean trustsHeader) {
        this.recorder = recorder;
        this.name = name.value();
        this.ignored = ignored;
        this.trustsHeader = trustsHeader;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        TracedRequest traced = null;
        if (servletRequest instanceof HttpServletRequest request
                && servletResponse instanceof HttpServletResponse response) {
            traced = tracedRequest(request, response);
        }
        if (traced == null) {
            chain.doFilter(servletRequest, servletResponse);
            return;
        }
        traced.resume();
        try {
            chain.doFilter(servletRequest, servletResponse);
        } catch (Throwable e) {
            traced.escaped(e);
            throw e;
        } finally {
            leave(servletRequest, traced);
        }
    }

    private @Nullable TracedRequest tracedRequest(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(TracedRequest.ATTRIBUTE) instanceof TracedRequest traced) {
            return traced;
        }
        if (request.getDispatcherType() != DispatcherType.REQUEST || ignored.contains(request)) {
            return null;
        }
        try {
            Segment segment = begin(request);
            TracedRequest traced = new TracedRequest(recorder, segment, request, response);
            String traceId = segment.getTraceId().toString();
            request.setAttribute(TracedRequest.ATTRIBUTE, traced);
            request.setAttribute(CurrentTrace.REQUEST_ATTRIBUTE, traceId);
            response.setHeader(TraceHeader.HEADER_KEY, "Root=" + traceId);
            return traced;
        } catch (RuntimeException e) {
            log.warn("{} {} is not traced", request.getMethod(), request.getRequestURI(), e);
            return null;
        }
    }

    private Segment begin(HttpServletRequest request) {
        String received = trustsHeader ? request.getHeader(TraceHeader.HEADER_KEY) : null;
        TraceHeader header = received == null ? new TraceHeader() : TraceHeader.fromString(received);
        TraceID traceId = header.getRootTraceId();
        if (header.getSampled() == SampleDecision.NOT_SAMPLED) {
            return unsampled(traceId);
        }
        String rule = null;
        if (header.getSampled() != SampleDecision.SAMPLED) {
            SamplingResponse decision = recorder.getSamplingStrategy()
                    .shouldTrace(new SamplingRequest(
                            name,
                            request.getHeader("Host"),
                            request.getRequestURI(),
                            request.getMethod(),
                            recorder.getOrigin()));
            if (!decision.isSampled()) {
                return unsampled(traceId);
            }
            rule = decision.getRuleName().orElse(null);
        }
        Segment segment = recorder.beginSegment(
                name, traceId == null ? TraceID.create(recorder) : traceId, entityId(header.getParentId()));
        if (rule != null) {
            segment.setRuleName(rule);
        }
        segment.putHttp("request", describe(request));
        return segment;
    }

    private Segment unsampled(@Nullable TraceID traceId) {
        return traceId == null ? recorder.beginNoOpSegment() : recorder.beginNoOpSegment(traceId);
    }

    private static @Nullable String entityId(@Nullable String parent) {
        return parent != null && parent.matches("[0-9a-fA-F]{16}") ? parent : null;
    }

    private static Map<String, Object> describe(HttpServletRequest request) {
        Map<String, Object> http = new HashMap<>();
        http.put("method", request.getMethod());
        http.put("url", request.getRequestURL().toString());
        String userAgent = request.getHeader("User-Agent");
        if (userAgent != null) {
            http.put("user_agent", userAgent);
        }
        String forwardedFor = request.getHeader("X-Forwarded-For");
        if (forwardedFor != null) {
            http.put("client_ip", forwardedFor.split(",", 2)[0].trim());
            http.put("x_forwarded_for", true);
        } else if (request.getRemoteAddr() != null) {
            http.put("client_ip", request.getRemoteAddr());
        }
        return http;
    }

    private static void leave(ServletRequest request, TracedRequest traced) {
        if (isAsync(request, traced)) {
            traced.suspend();
        } else if (traced.succeeded()) {
            traced.finish();
        } else if (!RequestEndListener.isActive(request)) {
            traced.finishWithoutListener();
        }
        // Otherwise the segment stays current: the container logs the exception and renders the error page.
    }

    private static boolean isAsync(ServletRequest request, TracedRequest traced) {
        if (!request.isAsyncStarted()) {
            return false;
        }
        try {
            request.getAsyncContext().addListener(traced);
            return true;
        } catch (IllegalStateException e) {
            // It was completed between the two calls.
            return false;
        }
    }
}
