package com.anycompany.xray.local.filter;

/** Compiles filter expressions. */
@FunctionalInterface
public interface FilterExpressions {

    /** Stands in until the language is there: says so rather than answer as if every trace matched. */
    FilterExpressions UNSUPPORTED = expression -> {
        throw new InvalidFilter("X-Ray Local does not support filter expressions yet; leave FilterExpression out");
    };

    TraceFilter compile(String expression) throws InvalidFilter;

    /** The expression can't be compiled; the message says where and why. */
    final class InvalidFilter extends Exception {

        public InvalidFilter(String message) {
            super(message);
        }
    }
}
