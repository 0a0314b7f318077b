package com.anycompany.shop.loadgenerator;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counters of one page: requests, errors, and a histogram of latencies (to 1 %). */
final class PageCount {

    static final int DIGITS = 2;
    static final long LONGEST_MICROS = Duration.ofMinutes(1).toNanos() / 1000;

    private final Histogram answers = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder failed = new LongAdder();

    static long micros(Duration took) {
        return Math.min(took.toNanos() / 1000, LONGEST_MICROS);
    }

    void answered(Duration took) {
        answers.recordValue(micros(took));
    }

    void unanswered() {
        unanswered.increment();
    }

    void failed() {
        failed.increment();
    }

    long requests() {
        return answers.getTotalCount() + unanswered.sum();
    }

    /** Unexpected errors, those without an answer included. */
    long errors() {
        return failed.sum();
    }

    Histogram answers() {
        return answers;
    }
}
