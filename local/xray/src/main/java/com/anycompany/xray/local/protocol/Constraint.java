package com.anycompany.xray.local.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Constraint of the service model on a value. @param words what AWS says of a value that violates it */
record Constraint(String words, Predicate<Object> holds) {

    static final String NOT_NULL = "Member must not be null";

    /** Bounds, both inclusive; null for none. */
    record Range(@Nullable Integer least, @Nullable Integer most) {

        static final Range ANY = new Range(null, null);
    }

    /** The number of characters of a string, of elements of a list, of keys of a map. */
    static List<Constraint> length(Range range) {
        List<Constraint> constraints = new ArrayList<>();
        Integer most = range.most();
        Integer least = range.least();
        if (most != null) {
            constraints.add(new Constraint(
                    "Member must have length less than or equal to " + most, value -> lengthOf(value) <= most));
        }
        if (least != null) {
            constraints.add(new Constraint(
                    "Member must have length greater than or equal to " + least, value -> lengthOf(value) >= least));
        }
        return constraints;
    }

    private static int lengthOf(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        return value instanceof Map<?, ?> map ? map.size() : ((List<?>) value).size();
    }

    static List<Constraint> value(Range range) {
        List<Constraint> constraints = new ArrayList<>();
        Integer most = range.most();
        Integer least = range.least();
        if (most != null) {
            constraints.add(new Constraint(
                    "Member must have value less than or equal to " + most,
                    value -> ((Number) value).doubleValue() <= most));
        }
        if (least != null) {
            constraints.add(new Constraint(
                    "Member must have value greater than or equal to " + least,
                    value -> ((Number) value).doubleValue() >= least));
        }
        return constraints;
    }

    static Constraint pattern(String regularExpression) {
        Pattern pattern = Pattern.compile(regularExpression);
        return new Constraint(
                "Member must satisfy regular expression pattern: " + regularExpression,
                value -> pattern.matcher((String) value).matches());
    }

    static Constraint oneOf(List<String> values) {
        return new Constraint("Member must satisfy enum value set: " + values, values::contains);
    }
}
