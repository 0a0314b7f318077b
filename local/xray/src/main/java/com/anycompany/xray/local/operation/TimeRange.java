package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.protocol.ApiException;
import com.anycompany.xray.local.protocol.Input;

/** The stretch of time that a request asks for, in milliseconds. */
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

    /** The first second that lies outside. */
    int endSecond() {
        return (int) Math.min(Integer.MAX_VALUE, (end + 999) / 1000);
    }
}
