package com.anycompany.shop.launcher.supervise;

import java.time.Duration;

/**
 * Exponential backoff between the restarts of a part (docs/adr/028-replaced-at-once.md). A part that became ready,
 * and whose process ran for five seconds, is replaced at once, as Kubernetes replaces a deleted pod, however often that
 * happens. A part that dies while it starts, or sooner, is in a crash loop: it is started at once the first time, then after 1 s,
 * 2 s, 4 s … at most 30 s.
 */
final class Backoff {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration RAN_WELL = Duration.ofSeconds(5);

    private Duration next = Duration.ZERO;

    /** @param ran how long its process ran before it died, zero if it never became ready */
    Duration afterLife(Duration ran) {
        if (ran.compareTo(RAN_WELL) >= 0) {
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
