package com.anycompany.service.spring.dynamodb;

import org.jspecify.annotations.Nullable;

/** Thrown where a table's capacity was still used up after all attempts; the response is 503 {@code table-throttled}. */
public final class ThrottledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ThrottledException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
