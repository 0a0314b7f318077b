package com.anycompany.xray.local.filter;

/** Compiles filter expressions. */
@FunctionalInterface
public interface FilterExpressions {

    /**
     * Reads an expression; an empty one matches every trace.
     *
     * @throws InvalidFilter saying where the trouble is, and the remedy
     */
    TraceFilter compile(String expression);
}
