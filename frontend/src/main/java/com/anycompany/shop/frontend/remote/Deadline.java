package com.anycompany.shop.frontend.remote;

import java.time.Duration;

/** The time at which a page stops waiting, on the monotonic clock: setting the system's clock doesn't change it. */
record Deadline(long nanoTime) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    Deadline plus(Duration time) {
        return new Deadline(nanoTime + time.toNanos());
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
}
