package com.anycompany.service.spring.problem;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;

/** Unreadable JSON body: says at which field, and nothing else. Jackson's own messages quote the value. */
final class MalformedJsonException extends HttpMessageNotReadableException {

    private static final long serialVersionUID = 1;

    private final String field;

    private MalformedJsonException(String field, HttpInputMessage message) {
        super("Unreadable JSON at '" + field + "'", message);
        this.field = field;
    }

    static MalformedJsonException of(@Nullable Throwable cause, HttpInputMessage message) {
        return new MalformedJsonException(cause instanceof JacksonException json ? path(json) : "", message);
    }

    /** The path of the field, such as {@code lines[2].quantity}; empty where the body isn't JSON. */
    String field() {
        return field;
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
