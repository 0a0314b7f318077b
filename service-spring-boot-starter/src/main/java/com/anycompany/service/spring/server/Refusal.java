package com.anycompany.service.spring.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Why a request is refused before it reaches a controller.
 *
 * @param slug last part of the problem's type, such as {@code overloaded}; also the tag {@code reason} of the metric
 * @param detail what the client can do about it
 * @param retryAfter value of the header Retry-After; null for none
 */
public record Refusal(
        HttpStatus status,
        String slug,
        String detail,
        @Nullable Duration retryAfter) {

    /** Request attribute of a request whose body was refused while it was received. */
    static final String ATTRIBUTE = Refusal.class.getName();

    static Refusal of(HttpStatus status, String slug, String detail) {
        return new Refusal(status, slug, detail, null);
    }

    static Refusal notFound(String path) {
        return of(HttpStatus.NOT_FOUND, "not-found", "There is nothing at " + path + ".");
    }

    static Refusal tooLarge(long maxSize) {
        return of(
                HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "The body may have at most " + maxSize + " bytes.");
    }

    static Refusal tooSlow() {
        return of(HttpStatus.REQUEST_TIMEOUT, "request-timeout", "The body came too slowly. Send it again.");
    }

    static Refusal upload() {
        return of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "This server takes no uploads: send the body in another form than multipart.");
    }

    static Refusal malformedBody() {
        return of(HttpStatus.BAD_REQUEST, "malformed-request", "The body's transfer encoding is malformed.");
    }

    static Refusal overloaded(Duration retryAfter) {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "overloaded",
                "There are more requests than can be answered. Repeat this one in a moment.",
                retryAfter);
    }
}
