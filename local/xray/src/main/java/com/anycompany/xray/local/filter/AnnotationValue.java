package com.anycompany.xray.local.filter;

import java.util.function.Predicate;

/** Comparison of annotations. Their type isn't known in advance: only values of the literal's type can match. */
final class AnnotationValue {

    private AnnotationValue() {}

    /** Without an operator: a Boolean must be true, any other value is enough. */
    static boolean isSet(Object value) {
        return !(value instanceof Boolean flag) || flag;
    }

    static Predicate<Object> compared(Operator operator, int operatorColumn, Literal literal) {
        Object right = literal.value();
        if (right instanceof String text) {
            require(operator.comparesTexts(), operatorColumn, "a string: use =, !=, CONTAINS, BEGINSWITH or ENDSWITH");
            return left -> left instanceof String held && operator.test(held, text);
        }
        if (right instanceof Double number) {
            require(operator.comparesNumbers(), operatorColumn, "a number: use =, !=, <, <=, > or >=");
            return left -> left instanceof Number held && operator.test(held.doubleValue(), number);
        }
        boolean same = operator == Operator.EQUAL;
        require(same || operator == Operator.UNEQUAL, operatorColumn, "true or false: use = or !=");
        return left -> left instanceof Boolean held && held.equals(right) == same;
    }

    private static void require(boolean fits, int column, String advice) {
        if (!fits) {
            throw new InvalidFilter(column, "the value is " + advice);
        }
    }
}
