package com.anycompany.shop.frontend.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpStatusCodeException;

/** What orderservice says when it refuses an order (RFC 9457), as far as the storefront reacts to it. */
record Problem(
        @Nullable String type,
        @Nullable String reason,
        @Nullable String orderId,
        @Nullable List<FieldError> errors) {

    private static final String PREFIX = "urn:problem:";

    /** A field that orderservice doesn't accept. */
    record FieldError(@Nullable String field) {}

    static Problem of(HttpStatusCodeException refused) {
        try {
            Problem problem = refused.getResponseBodyAs(Problem.class);
            return problem == null ? new Problem(null, null, null, null) : problem;
        } catch (RuntimeException e) {
            return new Problem(null, null, null, null);
        }
    }

    String slug() {
        return type != null && type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : "";
    }

    List<String> fields() {
        return errors == null
                ? List.of()
                : errors.stream()
                        .map(FieldError::field)
                        .filter(field -> field != null && !field.isEmpty())
                        .map(String::valueOf)
                        .toList();
    }
}
