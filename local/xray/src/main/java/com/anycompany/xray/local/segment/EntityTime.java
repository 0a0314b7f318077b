package com.anycompany.xray.local.segment;

/** Times of entities: seconds since the epoch in documents, microseconds in the model. */
public final class EntityTime {

    private static final double LIMIT_SECONDS = 1e11;

    private EntityTime() {}

    /** Whether it may be a time in seconds since the epoch. */
    public static boolean isValid(double seconds) {
        return seconds >= 0 && seconds < LIMIT_SECONDS;
    }

    public static long micros(double seconds) {
        return Math.round(seconds * 1e6);
    }
}
