package com.anycompany.capacitydb.shape;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The constraints that a request doesn't satisfy; the first ten are reported. */
public final class Violations {

    private static final int MAX = 10;

    private final List<String> messages = new ArrayList<>();

    /**
     * Adds a violation.
     *
     * @param value null if it's missing
     * @param path where it is, for example {@code keySchema.1.member.attributeName}
     */
    void add(@Nullable Json value, String path, String constraint) {
        if (messages.size() < MAX) {
            String shown = value == null ? "null" : "'" + shown(value) + "'";
            messages.add("Value " + shown + " at '" + path + "' failed to satisfy constraint: " + constraint);
        }
    }

    public void throwIfAny() {
        if (!messages.isEmpty()) {
            throw ServiceException.validation(messages.size() + " validation error" + (messages.size() == 1 ? "" : "s")
                    + " detected: " + String.join("; ", messages));
        }
    }

    private static String shown(Json value) {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        if (value instanceof Json.Number number) {
            return number.text();
        }
        if (value instanceof Json.Bool bool) {
            return Boolean.toString(bool.value());
        }
        if (value instanceof Json.Array array) {
            return array.elements().stream().map(Violations::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof JsonObject object
                ? object.members().entrySet().stream()
                        .map(member -> member.getKey() + "=" + shown(member.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"))
                : "null";
    }
}
