package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.ValueOrder;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The comparators of conditions. */
public enum Comparator {
    EQUAL("=", order -> order == 0),
    NOT_EQUAL("<>", order -> order != 0),
    LESS("<", order -> order < 0),
    LESS_OR_EQUAL("<=", order -> order <= 0),
    GREATER(">", order -> order > 0),
    GREATER_OR_EQUAL(">=", order -> order >= 0);

    private final String symbol;
    private final IntPredicate accepts;

    Comparator(String symbol, IntPredicate accepts) {
        this.symbol = symbol;
        this.accepts = accepts;
    }

    public String symbol() {
        return symbol;
    }

    public boolean isEquality() {
        return this == EQUAL || this == NOT_EQUAL;
    }

    public static Comparator of(String symbol) {
        for (Comparator comparator : values()) {
            if (comparator.symbol.equals(symbol)) {
                return comparator;
            }
        }
        throw new IllegalArgumentException(symbol);
    }

    /** The comparator that holds for (b, a) when this one holds for (a, b). */
    public Comparator swapped() {
        return switch (this) {
            case EQUAL, NOT_EQUAL -> this;
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
        };
    }

    /** A value that is missing is different from everything and has no order; so are values of different types. */
    public boolean test(@Nullable AttributeValue a, @Nullable AttributeValue b) {
        if (isEquality()) {
            return (a != null && a.equals(b)) == (this == EQUAL);
        }
        return a != null && b != null && ValueOrder.isComparable(a, b) && accepts.test(ValueOrder.compare(a, b));
    }
}
