package com.anycompany.shop.randomizer;

import java.time.Duration;

/** Measures how long something takes, whatever happens to the clock on the wall. */
record Stopwatch(long begun) {

    static Stopwatch started() {
        return new Stopwatch(System.nanoTime());
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
