package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;

/** The members {@code StartTime} and {@code EndTime} of a request, in milliseconds since the epoch. */
record TimeRange(long start, long end) {

    private static final long SIX_HOURS = 6 * 3_600_000L;

    static TimeRange of(Input input) {
        TimeRange range = new TimeRange(input.requiredMillis("StartTime"), input.requiredMillis("EndTime"));
        if (range.end < range.start) {
            throw ApiException.invalid("End time cannot be earlier than start time");
        }
        return range;
    }

    static TimeRange ofAtMostSixHours(Input input) {
        TimeRange range = of(input);
        if (range.end - range.start > SIX_HOURS) {
            throw ApiException.invalid("Time range cannot be longer than 6 hours");
        }
        return range;
    }

    int startSecond() {
        return (int) Math.min(Integer.MAX_VALUE, start / 1000);
    }

    /** The exclusive end, in seconds. */
    int endSecond() {
        return (int) Math.min(Integer.MAX_VALUE, (end + 999) / 1000);
    }
}
