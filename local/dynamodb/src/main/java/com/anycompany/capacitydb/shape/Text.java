package com.anycompany.capacitydb.shape;

import com.anycompany.capacitydb.json.Json;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** String, perhaps of a certain length or pattern, or one of a set. */
public record Text(int min, int max, @Nullable Pattern pattern, List<String> values) implements Shape {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]+");

    public static Text any() {
        return new Text(0, Integer.MAX_VALUE, null, List.of());
    }

    public static Text oneOf(String... values) {
        return new Text(0, Integer.MAX_VALUE, null, List.of(values));
    }

    public static Text length(int min, int max) {
        return new Text(min, max, null, List.of());
    }

    /** The name of a table or an index that is to be created, or of an index. */
    public static Text name() {
        return new Text(3, 255, NAME, List.of());
    }

    @Override
    public void checkType(Json value, boolean member) {
        if (!(value instanceof Json.Text)) {
            throw Shape.notA("String", "java.lang.String", value);
        }
    }

    @Override
    public void validate(Json value, String path, Violations violations) {
        if (!(value instanceof Json.Text text)) {
            return;
        }
        if (pattern != null && !pattern.matcher(text.value()).matches()) {
            violations.add(show(value), path, "Member must satisfy regular expression pattern: " + pattern);
        }
        if (text.value().length() < min) {
            violations.add(show(value), path, "Member must have length greater than or equal to " + min);
        }
        if (text.value().length() > max) {
            violations.add(show(value), path, "Member must have length less than or equal to " + max);
        }
        if (!values.isEmpty() && !values.contains(text.value())) {
            violations.add(show(value), path, "Member must satisfy enum value set: " + values);
        }
    }
}
