package com.anycompany.shop.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTests {

    private final Backoff backoff = new Backoff();

    @Test
    void waits_nothing_thenOneSecond_thenTwiceAsLong_upToThirty() {
        assertThat(Stream.generate(() -> backoff.afterRunOf(Duration.ofSeconds(5)))
                        .limit(8)
                        .map(Duration::toSeconds))
                .containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void aMinuteOfRunning_startsTheSequenceAgain() {
        backoff.afterRunOf(Duration.ofSeconds(5));
        backoff.afterRunOf(Duration.ofSeconds(5));

        assertThat(backoff.afterRunOf(Duration.ofSeconds(60))).isZero();
        assertThat(backoff.afterRunOf(Duration.ofSeconds(59))).isEqualTo(Duration.ofSeconds(1));
    }
}
