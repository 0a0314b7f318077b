package com.anycompany.xray.local.filter;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code group.name = "checkout"}: tests the bit that marks the group's traces, without evaluating its expression. */
final class GroupField implements Field<Subject> {

    private final Function<String, @Nullable Long> bits;

    GroupField(Function<String, @Nullable Long> bits) {
        this.bits = bits;
    }

    /** Every trace is in Default. */
    @Override
    public Predicate<Subject> alone(String name, int column) {
        return subject -> true;
    }

    @Override
    public Predicate<Subject> compared(String name, Operator operator, int operatorColumn, Literal literal) {
        if (operator != Operator.EQUAL && operator != Operator.UNEQUAL) {
            throw new InvalidFilter(operatorColumn, name + " names one group: use = or !=");
        }
        String group = literal.text();
        if (group == null) {
            return subject -> false;
        }
        Long bit = bits.apply(group);
        if (bit == null) {
            throw new InvalidFilter(
                    literal.column(), "there is no group with this " + name.substring("group.".length()));
        }
        long wanted = bit;
        boolean inside = operator == Operator.EQUAL;
        return wanted == GroupBits.EVERY_TRACE ? subject -> inside : subject -> subject.isInAnyOf(wanted) == inside;
    }
}
