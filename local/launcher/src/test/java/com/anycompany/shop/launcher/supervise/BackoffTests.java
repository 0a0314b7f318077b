package com.anycompany.shop.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTests {

    private final Backoff backoff = new Backoff();

    @Test
    void crashLoop_waitsNothing_thenOneSecond_thenTwiceAsLong_upToThirty() {
        assertThat(Stream.generate(() -> backoff.afterLife(Duration.ofSeconds(2)))
                        .limit(8)
                        .map(Duration::toSeconds))
                .containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void killedAgainAndAgainWhileItServes_isReplacedAtOnceEachTime() {
        assertThat(Stream.generate(() -> backoff.afterLife(Duration.ofSeconds(5)))
                        .limit(8))
                .containsOnly(Duration.ZERO);
    }

    @Test
    void havingServedForAWhile_endsACrashLoop() {
        backoff.afterLife(Duration.ZERO);
        backoff.afterLife(Duration.ZERO);

        assertThat(backoff.afterLife(Duration.ofSeconds(5))).isZero();
        assertThat(backoff.afterLife(Duration.ofMillis(4999))).isEqualTo(Duration.ofSeconds(1));
    }
}
