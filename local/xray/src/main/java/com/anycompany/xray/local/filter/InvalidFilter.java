package com.anycompany.xray.local.filter;

/** Syntax or type error in a filter expression or an entity selector. */
public final class InvalidFilter extends IllegalArgumentException {

    private final int column;
    private final String problem;

    InvalidFilter(int column, String problem) {
        super("Invalid filter expression at column " + column + ": " + problem);
        this.column = column;
        this.problem = problem;
    }

    /** The position of the error, counted from 1. */
    public int column() {
        return column;
    }

    /** What is wrong, and what to write instead. */
    public String problem() {
        return problem;
    }
}
