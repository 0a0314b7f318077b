package com.anycompany.shop.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A running clock that tests set forward; the same one for all instances of the service in this JVM. */
public final class TestClock extends Clock {

    public static final TestClock SHARED = new TestClock();

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public void advance(Duration duration) {
        ahead.updateAndGet(duration::plus);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    /** Puts it in the place of the real one. */
    @TestConfiguration
    public static class InPlace {

        @Bean
        @Primary
        public Clock testClock() {
            return SHARED;
        }
    }
}
