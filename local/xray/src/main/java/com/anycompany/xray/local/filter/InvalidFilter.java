package com.anycompany.xray.local.filter;

/** An expression can't be understood; the message says where and what to write instead. */
public final class InvalidFilter extends IllegalArgumentException {

    private final int column;

    InvalidFilter(int column, String problem) {
        super("Invalid filter expression at column " + column + ": " + problem);
        this.column = column;
    }

    /** Where the trouble begins, counted from 1. */
    public int column() {
        return column;
    }
}
