package com.anycompany.xray.local.filter;

import org.jspecify.annotations.Nullable;

/**
 * Literal of an expression. One of another type than its keyword's is valid and matches nothing, as in AWS.
 *
 * @param value a {@link String}, {@link Double} or {@link Boolean}
 * @param column its position, for error messages
 */
record Literal(Object value, int column) {

    /** Null if it is no string. */
    @Nullable
    String text() {
        return value instanceof String text ? text : null;
    }

    /** Null if it is no number. */
    @Nullable
    Double number() {
        return value instanceof Double number ? number : null;
    }

    /** Null if it is neither true or false nor one of these words as a string. */
    @Nullable
    Boolean flag() {
        if (value instanceof Boolean flag) {
            return flag;
        }
        boolean word =
                value instanceof String text && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"));
        return word ? Boolean.valueOf((String) value) : null;
    }
}
