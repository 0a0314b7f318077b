package com.anycompany.xray.local.filter;

/** Compiler of filter expressions. */
@FunctionalInterface
public interface FilterExpressions {

    /**
     * Compiles an expression; an empty one matches every trace.
     *
     * @throws InvalidFilter if it is invalid
     */
    TraceFilter compile(String expression);
}
