package com.anycompany.capacitydb.shape;

import com.anycompany.capacitydb.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Whole number between two bounds.
 *
 * @param unshown the name of the member whose messages don't show the value; null for any other
 */
public record Whole(
        String type, long min, long max, @Nullable String unshown) implements Shape {

    public static Whole integer(long min, long max) {
        return new Whole("Integer", min, max, null);
    }

    public static Whole positiveInteger() {
        return integer(1, Integer.MAX_VALUE);
    }

    /** As {@link #positiveInteger}, but messages name the member without its value. */
    public static Whole unshownPositiveInteger(String member) {
        return new Whole("Integer", 1, Integer.MAX_VALUE, member);
    }

    public static Whole longFrom(long min) {
        return new Whole("Long", min, Long.MAX_VALUE, null);
    }

    @Override
    public void checkType(Json value, boolean member) {
        if (!(value instanceof Json.Number)) {
            throw Shape.notA(type, "java.lang." + type, value);
        }
    }

    @Override
    public void validate(Json value, String path, Violations violations) {
        long number = ((Json.Number) value).longValue();
        if (number < min && unshown != null) {
            violations.addUnshown(unshown, "Member must have value greater than or equal to " + min);
        } else if (number < min) {
            violations.add(show(value), path, "Member must have value greater than or equal to " + min);
        } else if (number > max) {
            violations.add(show(value), path, "Member must have value less than or equal to " + max);
        }
    }
}
