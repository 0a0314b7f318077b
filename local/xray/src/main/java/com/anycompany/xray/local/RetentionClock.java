package com.anycompany.xray.local;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clock by which traces become too old: a clock that jumps ahead must stay there for a while before its time is used, since
 * the traces that it makes too old don't come back when it jumps back. Meanwhile this clock stands still.
 *
 * <p>Asked several times a second, by one thread. A machine that was asleep looks the same, and only evicts later.
 */
final class RetentionClock {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionClock.class);
    private static final long JUMP_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final long BELIEVED_MILLIS = Duration.ofMinutes(10).toMillis();

    private final Clock clock;
    private long believed;
    private long last;
    private long doubtedSince;

    RetentionClock(Clock clock) {
        this.clock = clock;
        this.last = clock.millis();
        this.believed = last;
    }

    /** In milliseconds since the epoch. */
    long millis() {
        long now = clock.millis();
        if (now - last > JUMP_MILLIS) {
            LOG.warn(
                    "the clock went ahead by {} minutes at once; traces are too old by it only if it stays there for {} minutes",
                    Duration.ofMillis(now - last).toMinutes(),
                    Duration.ofMillis(BELIEVED_MILLIS).toMinutes());
            doubtedSince = now;
        }
        last = now;
        boolean doubted = doubtedSince > 0 && now >= doubtedSince && now - doubtedSince < BELIEVED_MILLIS;
        if (!doubted) {
            doubtedSince = 0;
            believed = now;
        }
        return believed;
    }
}
