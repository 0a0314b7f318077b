package com.anycompany.xray.local.config;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A clock that can be put back while earlier requests are made again, so that they keep their time. */
public final class ReplayClock extends Clock {

    private final Clock real;
    private volatile @Nullable Instant standing;

    public ReplayClock(Clock real) {
        this.real = real;
    }

    public void standAt(long millis) {
        standing = Instant.ofEpochMilli(millis);
    }

    public void goOn() {
        standing = null;
    }

    @Override
    public Instant instant() {
        Instant fixed = standing;
        return fixed == null ? real.instant() : fixed;
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
