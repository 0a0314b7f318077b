package com.anycompany.shop.launcher;

import java.time.Duration;

/**
 * How long to wait before a dead part is started again, as Kubernetes does it: at once, then 1 s, 2 s, 4 s … at most 30
 * s, and at once again after the part has run for a minute.
 */
final class Backoff {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration HEALTHY_RUN = Duration.ofSeconds(60);

    private Duration next = Duration.ZERO;

    /** The wait after a run of the given length. */
    Duration afterRunOf(Duration run) {
        if (run.compareTo(HEALTHY_RUN) >= 0) {
            next = Duration.ZERO;
        }
        Duration wait = next;
        next = wait.isZero() ? Duration.ofSeconds(1) : shorter(wait.multipliedBy(2), LONGEST);
        return wait;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
