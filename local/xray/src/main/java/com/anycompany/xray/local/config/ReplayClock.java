package com.anycompany.xray.local.config;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Clock that can be fixed at a past time, so that calls that are replayed happen at their original time. */
public final class ReplayClock extends Clock {

    private final Clock real;
    private volatile @Nullable Instant fixed;

    public ReplayClock(Clock real) {
        this.real = real;
    }

    void fix(long millis) {
        fixed = Instant.ofEpochMilli(millis);
    }

    void release() {
        fixed = null;
    }

    @Override
    public Instant instant() {
        Instant time = fixed;
        return time == null ? real.instant() : time;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ReplayClock(real.withZone(zone));
    }
}
