package com.anycompany.service.spring.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** Completes problem responses with what all of them have: type, trace id, content type and Retry-After. */
final class ProblemResponses {

    private final TraceIdSource traceIds;
    private final String retryAfter;

    ProblemResponses(TraceIdSource traceIds, ProblemProperties properties) {
        this.traceIds = traceIds;
        this.retryAfter = Long.toString(properties.retryAfter().toSeconds());
    }

    /** Adds the type, where Spring gave none, and the trace id, where there is one. */
    void complete(ProblemDetail body) {
        ProblemTypes.nameByStatus(body);
        traceIds.traceId().ifPresent(id -> body.setProperty("traceId", id));
    }

    /** The headers of the response; a client that accepts only another content type gets the problem, too. */
    HttpHeaders headers(@Nullable HttpHeaders given, ProblemDetail body) {
        HttpHeaders headers = given == null ? new HttpHeaders() : HttpHeaders.copyOf(given);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (body.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()
                && headers.getFirst(HttpHeaders.RETRY_AFTER) == null) {
            headers.set(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return headers;
    }
}
