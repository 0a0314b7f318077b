package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The segment of one request over all of its dispatches. It is ended exactly once. */
final class TracedRequest implements AsyncListener {

    /** The request attribute that holds this object. */
    static final String ATTRIBUTE = TracedRequest.class.getName();

    private static final Logger log = LoggerFactory.getLogger(TracedRequest.class);

    private final AWSXRayRecorder recorder;
    private final Segment segment;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private volatile @Nullable Throwable escaped;

    TracedRequest(AWSXRayRecorder recorder, Segment segment, HttpServletRequest request, HttpServletResponse response) {
        this.recorder = recorder;
        this.segment = segment;
        this.request = request;
        this.response = response;
    }

    /** Makes the segment the thread's current entity. */
    void resume() {
        recorder.setTraceEntity(segment);
    }

    /** Clears the thread's current entity. */
    void suspend() {
        recorder.clearTraceEntity();
    }

    void escaped(Throwable exception) {
        if (escaped == null) {
            escaped = exception instanceof ServletException && exception.getCause() != null
                    ? exception.getCause()
                    : exception;
        }
    }

    boolean succeeded() {
        return escaped == null && response.getStatus() < 400;
    }

    /** Ends the segment with the status of the response. */
    void finish() {
        finish(response.getStatus());
    }

    /** Ends the segment if {@link RequestEndListener} isn't called: an uncaught exception then counts as a 500. */
    void finishWithoutListener() {
        finish(escaped == null ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    private void finish(int status) {
        if (!open.compareAndSet(true, false)) {
            suspend();
            return;
        }
        try {
            recorder.setTraceEntity(segment);
            if (segment.isRecording()) {
                record(status);
            }
        } catch (RuntimeException e) {
            log.warn("The outcome of trace {} is not recorded", segment.getTraceId(), e);
        } finally {
            LateSubsegmentContext.endSegment(recorder, segment);
        }
    }

    private void record(int status) {
        Throwable cause = escaped;
        if (cause == null && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            cause = thrown;
        }
        if (status >= 500
                && cause == null
                && request.getAttribute(HandledExceptionRecorder.HANDLED) instanceof Throwable handled) {
            cause = handled;
        }
        if (cause != null && (status >= 500 || status < 400)) {
            segment.addException(cause);
        }
        if (status >= 400
                && status < 500
                && request.getAttribute(HandledExceptionRecorder.HANDLED) instanceof Throwable handled) {
            clearFaults(segment, handled);
        }
        if (status >= 500) {
            segment.setFault(true);
        } else if (status == 429) {
            segment.setThrottle(true);
        } else if (status >= 400) {
            segment.setError(true);
        }
        Map<String, Object> http = new HashMap<>();
        http.put("status", status);
        String length = response.getHeader("Content-Length");
        if (length != null) {
            http.put("content_length", Long.valueOf(length));
        }
        segment.putHttp("response", http);
    }

    /** Subsegments that threw an exception which was answered with a client error get an error instead of a fault. */
    private static void clearFaults(Entity entity, Throwable handled) {
        for (Subsegment subsegment : entity.getSubsegmentsCopy()) {
            if (subsegment.isFault()
                    && subsegment.getCause().getExceptions().stream()
                            .anyMatch(description -> description.getThrowable() == handled)) {
                subsegment.setFault(false);
                subsegment.setError(true);
                clearFaults(subsegment, handled);
            }
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        finish();
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {
        if (event.getThrowable() != null) {
            escaped(event.getThrowable());
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
