package com.anycompany.service.spring.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Problem response (RFC 9457) as an exception: whatever throws it, the client gets its status, type and detail.
 *
 * <pre>
 * throw ProblemException.of(HttpStatus.NOT_FOUND, "unknown-product")
 *         .detail("There is no product 4006381333931. Choose one from the catalog.")
 *         .build();
 *
 * {"type": "urn:problem:unknown-product", "title": "Unknown product", "status": 404, "detail": "There is no …",
 *  "instance": "/api/v1/products/4006381333931", "traceId": "1-…"}
 * </pre>
 */
public class ProblemException extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    /** For a subclass, whose name a trace then shows. */
    protected ProblemException(Builder builder) {
        super(builder.status, builder.body(), builder.cause);
        if (builder.retryAfter != null) {
            getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(builder.retryAfter.toSeconds()));
        }
    }

    /**
     * Begins a problem of a service's own.
     *
     * @param slug its stable name, in lower case with hyphens: clients distinguish problems by it
     */
    public static Builder of(HttpStatus status, String slug) {
        return new Builder(status, slug);
    }

    /** A request of which a parameter, a header or the form of its body can't be accepted: 400. */
    public static ProblemException malformed(FieldViolation... errors) {
        return of(HttpStatus.BAD_REQUEST, ProblemTypes.MALFORMED_REQUEST)
                .errors(List.of(errors))
                .build();
    }

    /** A request whose body was read, but whose content is not valid: 422. */
    public static ProblemException invalid(List<FieldViolation> errors) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, ProblemTypes.INVALID_REQUEST)
                .errors(errors)
                .build();
    }

    /** The last part of the problem's type, such as {@code unknown-product}. */
    public final String slug() {
        return ProblemTypes.slug(getBody());
    }

    /** Builder of a {@link ProblemException}. */
    public static final class Builder {

        private final HttpStatus status;
        private final String slug;
        private final Map<String, Object> properties = new LinkedHashMap<>();
        private @Nullable String title;
        private @Nullable String detail;
        private @Nullable Duration retryAfter;
        private @Nullable Throwable cause;

        private Builder(HttpStatus status, String slug) {
            this.status = status;
            this.slug = slug;
        }

        /** Sets the title; without it the slug's words are the title. */
        public Builder title(String title) {
            this.title = title;
            return this;
        }

        /** Sets what happened this time and what the client can do about it. */
        public Builder detail(String detail) {
            this.detail = detail;
            return this;
        }

        /** Adds a property for programs to read. */
        public Builder property(String name, Object value) {
            properties.put(name, value);
            return this;
        }

        /** Sets the fields that are wrong; without a detail, the first of them is the detail. */
        public Builder errors(List<FieldViolation> errors) {
            if (detail == null && !errors.isEmpty()) {
                detail = errors.get(0).field() + " " + errors.get(0).message();
            }
            return property("errors", errors);
        }

        /** Sets the header Retry-After; a 503 without it gets {@code service.problem.retry-after}. */
        public Builder retryAfter(Duration retryAfter) {
            this.retryAfter = retryAfter;
            return this;
        }

        /** Sets the exception that led to this one, for the log and the trace. */
        public Builder cause(Throwable cause) {
            this.cause = cause;
            return this;
        }

        public ProblemException build() {
            return new ProblemException(this);
        }

        private ProblemDetail body() {
            ProblemDetail body = ProblemTypes.body(status, slug);
            if (title != null) {
                body.setTitle(title);
            }
            body.setDetail(detail);
            properties.forEach(body::setProperty);
            return body;
        }
    }
}
