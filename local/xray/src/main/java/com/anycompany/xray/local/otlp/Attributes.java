package com.anycompany.xray.local.otlp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of a span or resource under their old and new names. Those that were taken stand in fields of the
 * document; the rest becomes metadata.
 */
final class Attributes {

    private final Map<String, Object> values;

    /** What wasn't taken; null until something was. */
    private @Nullable Map<String, Object> rest;

    Attributes(Map<String, Object> values) {
        this.values = values;
    }

    /** The first of {@code names} that has a value, as text. */
    @Nullable
    String text(String... names) {
        Object value = take(names);
        return value == null ? null : value.toString();
    }

    /** The first of {@code names} that has a value, if that is a whole number or spells one; otherwise 0. */
    long number(String... names) {
        Object value = take(names);
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value instanceof String text ? whole(text) : 0;
    }

    /** The whole number that a text spells; otherwise 0. */
    static long whole(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** A list of texts; a single one counts as a list of one. */
    List<String> texts(String... names) {
        return texts(take(names));
    }

    /** The same; it stays among the rest. */
    List<String> peekTexts(String... names) {
        for (String name : names) {
            List<String> texts = texts(values.get(name));
            if (!texts.isEmpty()) {
                return texts;
            }
        }
        return List.of();
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    @Nullable
    Object take(String... names) {
        Object found = null;
        for (String name : names) {
            Object value = values.get(name);
            if (value != null && !value.equals("")) {
                rest().remove(name);
                found = found == null ? value : found;
            }
        }
        return found;
    }

    /** The first of {@code names} that has a value, as text; it stays among the rest. */
    @Nullable
    String peek(String... names) {
        for (String name : names) {
            Object value = values.get(name);
            if (value != null && !value.equals("")) {
                return value.toString();
            }
        }
        return null;
    }

    /** The same; of a list, such as a header's values, its first element. */
    @Nullable
    String peekFirst(String name) {
        Object value = values.get(name);
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : String.valueOf(list.get(0));
        }
        return value == null || value.equals("") ? null : value.toString();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Whether a name begins so. */
    boolean hasPrefix(String prefix) {
        for (String name : values.keySet()) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** What wasn't taken, in a map that the caller may add to. */
    Map<String, Object> rest() {
        Map<String, Object> left = rest;
        if (left == null) {
            left = new LinkedHashMap<>(values);
            rest = left;
        }
        return left;
    }
}
