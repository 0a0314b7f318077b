package com.anycompany.shop.frontend.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpStatusCodeException;

/**
 * Problem response (RFC 9457, ADR 034) of another service, as far as the storefront reads it.
 *
 * <pre>
 * {"type": "urn:problem:invalid-request", "status": 422, "errors": [{"field": "email", …}]}      slug "invalid-request"
 * {"type": "urn:problem:payment-declined", "status": 402, "reason": "expired-card", "orderId": "o-1"}
 * </pre>
 *
 * @param reason why a payment was declined
 * @param orderId the order that the problem is about
 */
public record ProblemResponse(
        @Nullable String type,
        @Nullable String reason,
        @Nullable String orderId,
        @Nullable List<FieldError> errors) {

    private static final String PREFIX = "urn:problem:";
    private static final ProblemResponse NONE = new ProblemResponse(null, null, null, null);

    /** A field that the service doesn't accept. */
    public record FieldError(@Nullable String field) {}

    /** Reads the body of an error response; a body that isn't a problem is read as one without any members. */
    public static ProblemResponse of(HttpStatusCodeException response) {
        try {
            ProblemResponse problem = response.getResponseBodyAs(ProblemResponse.class);
            return problem == null ? NONE : problem;
        } catch (RuntimeException e) {
            return NONE;
        }
    }

    /** The last part of the type, such as {@code empty-cart}; empty if there is none. */
    public String slug() {
        return type != null && type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : "";
    }

    /** The names of the fields that the service doesn't accept, such as {@code shippingAddress.city}. */
    public List<String> fields() {
        return errors == null
                ? List.of()
                : errors.stream()
                        .map(FieldError::field)
                        .filter(field -> field != null && !field.isEmpty())
                        .map(String::valueOf)
                        .toList();
    }
}
