package com.anycompany.shop.order.order;

import java.util.stream.Collectors;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;

/** Says where a body can't be read, and only that: Jackson's own messages repeat the value, which may be a card number. */
final class UnreadableJson extends HttpMessageNotReadableException {

    private static final long serialVersionUID = 1;

    private final String field;

    private UnreadableJson(String field, HttpInputMessage message) {
        super("Unreadable JSON at '" + field + "'", message);
        this.field = field;
    }

    static UnreadableJson at(Throwable cause, HttpInputMessage message) {
        return new UnreadableJson(cause instanceof JacksonException json ? path(json) : "", message);
    }

    String field() {
        return field;
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
