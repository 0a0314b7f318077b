package com.anycompany.xray.local.graph;

import org.jspecify.annotations.Nullable;

/** Seconds since the epoch, both inclusive. */
record Period(int first, int last) {

    static Period of(int second) {
        return new Period(second, second);
    }

    /** The shortest period that contains both. */
    static Period union(@Nullable Period one, Period other) {
        if (one == null || other.first <= one.first && other.last >= one.last) {
            return other;
        }
        if (one.first <= other.first && one.last >= other.last) {
            return one;
        }
        return new Period(Math.min(one.first, other.first), Math.max(one.last, other.last));
    }
}
