package com.anycompany.xray.local.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings an entity into the form in which X-Ray gives it back: without {@code traced} and without empty stacks. */
final class StoredEntity {

    private StoredEntity() {}

    static Map<String, @Nullable Object> normalize(Map<?, ?> entity) {
        Map<String, @Nullable Object> fields = copy(entity);
        if (fields.get("http") instanceof Map<?, ?> http && http.get("request") instanceof Map<?, ?> request) {
            Map<String, @Nullable Object> shown = copy(request);
            shown.remove("traced");
            Map<String, @Nullable Object> block = copy(http);
            block.put("request", shown);
            fields.put("http", block);
        }
        if (fields.get("cause") instanceof Map<?, ?> cause && cause.get("exceptions") instanceof List<?> exceptions) {
            List<@Nullable Object> shown = new ArrayList<>();
            exceptions.forEach(exception -> shown.add(withoutEmptyStack(exception)));
            Map<String, @Nullable Object> block = copy(cause);
            block.put("exceptions", shown);
            fields.put("cause", block);
        }
        return fields;
    }

    private static @Nullable Object withoutEmptyStack(@Nullable Object exception) {
        if (exception instanceof Map<?, ?> fields && fields.get("stack") instanceof List<?> stack && stack.isEmpty()) {
            Map<String, @Nullable Object> shown = copy(fields);
            shown.remove("stack");
            return shown;
        }
        return exception;
    }

    private static Map<String, @Nullable Object> copy(Map<?, ?> fields) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        fields.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }
}
