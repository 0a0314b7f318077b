package com.anycompany.xray.local.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTests {

    private final Baseline baseline = new Baseline();

    @Test
    void expectation_isThreeDeviationsAroundTheMean() {
        assertThat(FaultRange.of(0.02, 200)).isEqualTo(new FaultRange(0, 10));
        assertThat(FaultRange.of(0.5, 100)).isEqualTo(new FaultRange(35, 65));
        assertThat(FaultRange.of(0.01, 0)).isEqualTo(new FaultRange(0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "9, 9, too few requests to judge",
        "4, 20, a handful of faults is nothing",
        "5, 1000, as many as may be expected",
    })
    void littleOrUsual_isNoAnomaly(long faults, long requests, String why) {
        assertThat(baseline.isAnomaly(faults, requests)).as(why).isFalse();
    }

    @Test
    void moreThanUsual_isAnAnomaly_evenAtFirstSight() {
        assertThat(baseline.isAnomaly(5, 10)).isTrue();
        assertThat(baseline.isAnomaly(30, 1000)).isTrue();
    }

    @Test
    void whatIsUsual_isLearnt() {
        for (int i = 0; i < 60; i++) {
            baseline.learn(7 + i % 3, 100);
        }
        assertThat(baseline.isAnomaly(14, 100)).isFalse();
        assertThat(baseline.isAnomaly(30, 100)).isTrue();
        assertThat(baseline.expected(100).low()).isZero();
        assertThat(baseline.expected(1000).low()).isBetween(40L, 80L);
    }

    @Test
    void anomalies_areLearntSlowly() {
        learn(60, 0, 100);
        learn(30, 90, 100);
        assertThat(baseline.isAnomaly(90, 100)).isTrue();
        learn(600, 90, 100);
        assertThat(baseline.isAnomaly(90, 100)).isFalse();
    }

    private void learn(int times, long faults, long requests) {
        for (int i = 0; i < times; i++) {
            baseline.learn(faults, requests);
        }
    }

    @Test
    void tinyRiseAmongVeryManyRequests_isNoAnomaly() {
        learn(60, 0, 100_000);
        assertThat(baseline.expected(100_000).high()).isLessThan(500);
        assertThat(baseline.isAnomaly(500, 100_000)).isFalse();
        assertThat(baseline.isAnomaly(1_100, 100_000)).isTrue();
    }
}
