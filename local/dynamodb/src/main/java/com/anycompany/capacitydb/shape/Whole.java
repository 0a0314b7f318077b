package com.anycompany.capacitydb.shape;

import com.anycompany.capacitydb.json.Json;

/** Whole number between two bounds. */
public record Whole(String type, long min, long max) implements Shape {

    public static Whole integer(long min, long max) {
        return new Whole("Integer", min, max);
    }

    public static Whole positiveInteger() {
        return integer(1, Integer.MAX_VALUE);
    }

    public static Whole longFrom(long min) {
        return new Whole("Long", min, Long.MAX_VALUE);
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
        if (number < min) {
            violations.add(value, path, "Member must have value greater than or equal to " + min);
        } else if (number > max) {
            violations.add(value, path, "Member must have value less than or equal to " + max);
        }
    }
}
