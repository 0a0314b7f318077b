package com.anycompany.xray.local.filter;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Keyword of a scope, such as {@code responsetime} of a trace: compiles its comparisons to predicates.
 *
 * @param <S> the kind of subject: a trace, a segment, a call, a part of a root cause
 */
interface Field<S> {

    /** Without an operator. */
    Predicate<S> alone(String name, int column);

    Predicate<S> compared(String name, Operator operator, int operatorColumn, Literal literal);

    /** Boolean; without an operator it must be true. */
    static <S> Field<S> flag(Predicate<S> flag) {
        return new Field<>() {
            @Override
            public Predicate<S> alone(String name, int column) {
                return flag;
            }

            @Override
            public Predicate<S> compared(String name, Operator operator, int operatorColumn, Literal literal) {
                if (operator != Operator.EQUAL && operator != Operator.UNEQUAL) {
                    throw new InvalidFilter(operatorColumn, name + " is true or false: use = or !=");
                }
                Boolean wanted = literal.flag();
                if (wanted == null) {
                    return subject -> false;
                }
                return wanted == (operator == Operator.EQUAL) ? flag : flag.negate();
            }
        };
    }

    /** Number; NaN if the subject has none, so that no comparison matches. */
    static <S> Field<S> number(ToDoubleFunction<S> number) {
        return new Field<>() {
            @Override
            public Predicate<S> alone(String name, int column) {
                throw new InvalidFilter(column, name + " is a number: compare it, as in " + name + " > 1");
            }

            @Override
            public Predicate<S> compared(String name, Operator operator, int operatorColumn, Literal literal) {
                if (!operator.comparesNumbers()) {
                    throw new InvalidFilter(operatorColumn, name + " is a number: use =, !=, <, <=, > or >=");
                }
                Double right = literal.number();
                if (right == null) {
                    return subject -> false;
                }
                return subject -> {
                    double left = number.applyAsDouble(subject);
                    return !Double.isNaN(left) && operator.test(left, right);
                };
            }
        };
    }

    /** Strings: one of them must match; without an operator, there must be one. */
    static <S> Field<S> texts(Function<S, ? extends Collection<String>> texts) {
        return new Field<>() {
            @Override
            public Predicate<S> alone(String name, int column) {
                return subject -> !texts.apply(subject).isEmpty();
            }

            @Override
            public Predicate<S> compared(String name, Operator operator, int operatorColumn, Literal literal) {
                if (!operator.comparesTexts()) {
                    throw new InvalidFilter(
                            operatorColumn, name + " is a string: use =, !=, CONTAINS, BEGINSWITH or ENDSWITH");
                }
                String right = literal.text();
                if (right == null) {
                    return subject -> false;
                }
                return subject -> {
                    for (String left : texts.apply(subject)) {
                        if (operator.test(left, right)) {
                            return true;
                        }
                    }
                    return false;
                };
            }
        };
    }
}
