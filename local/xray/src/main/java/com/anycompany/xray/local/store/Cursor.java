package com.anycompany.xray.local.store;

/** A place in an ordered list of traces: a time and, among equals, the trace's number. */
public record Cursor(long millis, long number) implements Comparable<Cursor> {

    @Override
    public int compareTo(Cursor other) {
        int byTime = Long.compare(millis, other.millis);
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
}
