package com.anycompany.shop.commandline;

import java.time.Duration;

/** Measures elapsed time; adjustments of the system clock don't change it. */
public record Stopwatch(long startNanos) {

    public static Stopwatch started() {
        return new Stopwatch(System.nanoTime());
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
