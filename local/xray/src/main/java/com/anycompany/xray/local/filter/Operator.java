package com.anycompany.xray.local.filter;

import java.util.Arrays;
import java.util.Locale;

/** Comparison operator: the left operand is the trace's value, the right one the literal. */
enum Operator {
    EQUAL("="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    CONTAINS("CONTAINS"),
    BEGINSWITH("BEGINSWITH"),
    ENDSWITH("ENDSWITH");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    static Operator of(String symbol) {
        String upper = symbol.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(upper))
                .findFirst()
                .orElseThrow();
    }

    boolean comparesNumbers() {
        return ordinal() <= AT_LEAST.ordinal();
    }

    boolean comparesTexts() {
        return this == EQUAL || this == UNEQUAL || ordinal() >= CONTAINS.ordinal();
    }

    boolean test(double left, double right) {
        return switch (this) {
            case EQUAL -> left == right;
            case UNEQUAL -> left != right;
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case GREATER -> left > right;
            case AT_LEAST -> left >= right;
            case CONTAINS, BEGINSWITH, ENDSWITH -> throw new IllegalStateException(symbol + " compares texts");
        };
    }

    boolean test(String left, String right) {
        return switch (this) {
            case EQUAL -> left.equals(right);
            case UNEQUAL -> !left.equals(right);
            case CONTAINS -> left.contains(right);
            case BEGINSWITH -> left.startsWith(right);
            case ENDSWITH -> left.endsWith(right);
            case LESS, AT_MOST, GREATER, AT_LEAST -> throw new IllegalStateException(symbol + " compares numbers");
        };
    }

    @Override
    public String toString() {
        return symbol;
    }
}
