package com.anycompany.xray.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetentionClockTests {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final RetentionClock retention = new RetentionClock(clock);

    @Test
    void goesWithTheClock() {
        clock.advance(Duration.ofSeconds(30));
        assertThat(retention.millis()).isEqualTo(NOON.plusSeconds(30).toEpochMilli());
    }

    @Test
    void dayAheadAndBack_isNeverBelieved() {
        clock.advance(Duration.ofDays(1));
        assertThat(retention.millis()).isEqualTo(NOON.toEpochMilli());
        clock.advance(Duration.ofMinutes(3));
        assertThat(retention.millis()).isEqualTo(NOON.toEpochMilli());
        clock.advance(Duration.ofDays(-1));
        assertThat(retention.millis()).isEqualTo(NOON.plusSeconds(180).toEpochMilli());
    }

    @Test
    void dayAheadThatStays_isBelievedAfterAWhile() {
        clock.advance(Duration.ofDays(1));
        retention.millis();
        for (int minute = 0; minute < 10; minute++) {
            clock.advance(Duration.ofMinutes(1));
            retention.millis();
        }
        assertThat(retention.millis()).isEqualTo(clock.millis());
    }

    @Test
    void dayBack_isFollowedAtOnce_sinceItMakesNothingOld() {
        clock.advance(Duration.ofDays(-1));
        assertThat(retention.millis()).isEqualTo(clock.millis());
    }
}
