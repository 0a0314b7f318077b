package com.anycompany.capacitydb.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.capacitydb.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTests {

    private final TestClock clock = new TestClock();
    private final TokenBucket bucket = new TokenBucket(2, clock);

    @Test
    void idleTable_mayBurst_threeHundredSecondsWorth() {
        bucket.charge(599);
        assertThat(bucket.hasCredit()).isTrue();

        bucket.charge(1);
        assertThat(bucket.hasCredit()).isFalse();
    }

    @Test
    void creditGrowsAtTheProvisionedRate_butNeverBeyondTheBurst() {
        bucket.charge(600);
        clock.pass(Duration.ofMillis(500));
        assertThat(bucket.admits(10, 1)).isEqualTo(1);

        clock.pass(Duration.ofHours(1));
        assertThat(bucket.admits(1000, 1)).isEqualTo(600);
    }

    @Test
    void debt_isPaidOffBeforeAnythingIsAdmitted() {
        bucket.charge(610);

        clock.pass(Duration.ofSeconds(5));
        assertThat(bucket.hasCredit()).isFalse();

        clock.pass(Duration.ofMillis(1));
        assertThat(bucket.hasCredit()).isTrue();
    }

    @Test
    void admitsAsManyAsTheCreditIsWorth() {
        bucket.charge(598);

        assertThat(bucket.admits(10, 0.5)).isEqualTo(4);
        assertThat(bucket.admits(3, 0.5)).isEqualTo(3);
    }

    @Test
    void newRate_takesEffectAtOnce_withoutTheOldCreditOrDebt() {
        bucket.changeTo(1);
        bucket.charge(1);
        assertThat(bucket.hasCredit()).isFalse();

        bucket.charge(1000);
        bucket.changeTo(40);
        assertThat(bucket.admits(100, 1)).isEqualTo(40);
    }

    @Test
    void sameRateAgain_changesNothing() {
        bucket.charge(590);
        bucket.changeTo(2);

        assertThat(bucket.admits(100, 1)).isEqualTo(10);
    }

    @Test
    void clockThatJumpsBack_neitherTakesNorGives() {
        bucket.charge(590);
        clock.pass(Duration.ofSeconds(-100));

        assertThat(bucket.admits(100, 1)).isEqualTo(10);
    }
}
