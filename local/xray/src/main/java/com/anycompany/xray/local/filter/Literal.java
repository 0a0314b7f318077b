package com.anycompany.xray.local.filter;

/**
 * Literal of an expression.
 *
 * @param value a {@link String}, {@link Double} or {@link Boolean}
 * @param column its position, for error messages
 */
record Literal(Object value, int column) {

    String text(String field) {
        if (value instanceof String text) {
            return text;
        }
        throw new InvalidFilter(column, field + " is compared with a string; write it in double quotes");
    }

    double number(String field) {
        if (value instanceof Double number) {
            return number;
        }
        throw new InvalidFilter(column, field + " is compared with a number, without quotes");
    }

    boolean flag(String field) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new InvalidFilter(column, field + " is compared with true or false");
    }
}
