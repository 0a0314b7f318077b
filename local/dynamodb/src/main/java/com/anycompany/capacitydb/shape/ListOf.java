package com.anycompany.capacitydb.shape;

import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/** List whose elements have one shape. */
public record ListOf(Shape element, int min, int max) implements Shape {

    public static ListOf any(Shape element) {
        return new ListOf(element, 0, Integer.MAX_VALUE);
    }

    public static ListOf length(Shape element, int min, int max) {
        return new ListOf(element, min, max);
    }

    @Override
    public void checkType(Json value, boolean member) {
        if (value instanceof JsonObject) {
            throw Shape.wrongType("Start of structure or map found where not expected");
        }
        if (!(value instanceof Json.Array array)) {
            throw Shape.wrongType(member ? "Unexpected field type" : "Unexpected value type in payload");
        }
        for (Json each : array.elements()) {
            if (!(each instanceof Json.Null)) {
                element.checkType(each, false);
            }
        }
    }

    boolean hasAllowedLength(Json value) {
        int length = ((Json.Array) value).elements().size();
        return length >= min && length <= max;
    }

    @Override
    public String show(Json value) {
        return ((Json.Array) value).elements().stream().map(element::show).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public void validate(Json value, String path, Violations violations) {
        List<Json> elements = ((Json.Array) value).elements();
        if (elements.size() < min) {
            violations.add(show(value), path, "Member must have length greater than or equal to " + min);
        } else if (elements.size() > max) {
            violations.add(show(value), path, "Member must have length less than or equal to " + max);
        }
        if (element instanceof Text text && text.pattern() == null && text.max() < Integer.MAX_VALUE) {
            validateLengths(text, value, path, violations);
            return;
        }
        for (int i = 0; i < elements.size(); i++) {
            String place = path + "." + (i + 1) + ".member";
            if (elements.get(i) instanceof Json.Null) {
                violations.add(null, place, "Member must not be null");
            } else {
                element.validate(elements.get(i), place, violations);
            }
        }
    }

    /** The lengths of strings are a constraint of the list. */
    private void validateLengths(Text text, Json value, String path, Violations violations) {
        boolean allowed = ((Json.Array) value)
                .elements().stream()
                        .allMatch(each -> each instanceof Json.Text one
                                && one.value().length() >= text.min()
                                && one.value().length() <= text.max());
        if (!allowed) {
            violations.add(
                    show(value),
                    path,
                    "Member must satisfy constraint: [Member must have length less than or equal to " + text.max()
                            + ", Member must have length greater than or equal to " + text.min() + "]");
        }
    }
}
