package com.anycompany.shop.frontend.remote;

import java.time.Duration;

/** The moment when a page stops waiting. Monotonic, so that a clock set back can't make anybody wait. */
record Deadline(long nanoTime) {

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    Deadline plus(Duration time) {
        return new Deadline(nanoTime + time.toNanos());
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
}
