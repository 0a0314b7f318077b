package com.anycompany.xray.local.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.sampling.Boosts.Boost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rule of docs/xray-local.md, "Sampling boosts"; AWS's isn't published. */
class BoostsTests {

    private static final long MINUTE = 60_000;

    private final Boosts boosts = new Boosts();
    private final SamplingRule rule = rule(new SamplingRule.Boost(0.5, 10));

    private static SamplingRule rule(SamplingRule.@Nullable Boost boost) {
        return new SamplingRule(
                "checkout", 1, SamplingRule.Match.EVERYTHING, new SamplingRule.Rate(0.05, 1, boost), 0, 0);
    }

    private @Nullable Boost report(SamplingRule reported, long anomalies, long now) {
        boosts.report(new BoostReport("checkout", "orders", anomalies, 1000, 0), reported, now);
        return boosts.current("checkout", now);
    }

    @Test
    void anomaly_raisesTheRateToTheMost_forAMinute() {
        Boost boost = report(rule, 900, 1000);
        assertThat(boost).isNotNull();
        assertThat(boost.rate()).isEqualTo(0.5);
        assertThat(boost.untilMillis()).isEqualTo(1000 + MINUTE);
        assertThat(boosts.current("checkout", MINUTE)).isEqualTo(boost);
        assertThat(boosts.current("checkout", 1000 + MINUTE)).isNull();
    }

    @Test
    void withoutAnomalies_thereIsNoBoost() {
        assertThat(report(rule, 0, 0)).isNull();
    }

    @Test
    void ruleThatAllowsNone_orNoMoreThanItsRate_getsNone() {
        assertThat(report(rule(null), 900, 0)).isNull();
        assertThat(report(rule(new SamplingRule.Boost(0.05, 1)), 900, 0)).isNull();
    }

    @Test
    void laterAnomaly_neitherProlongsABoost_norBeginsOneInItsWindow() {
        report(rule, 1, 0);
        assertThat(report(rule, 900, MINUTE / 2))
                .isNotNull()
                .satisfies(same -> assertThat(same.untilMillis()).isEqualTo(MINUTE));
        assertThat(report(rule, 900, MINUTE)).isNull();
        assertThat(report(rule, 900, 10 * MINUTE - 1)).isNull();
        assertThat(report(rule, 900, 10 * MINUTE)).isNotNull();
    }

    @Test
    void windowOfZero_letsTheNextBoostFollowAtOnce() {
        SamplingRule always = rule(new SamplingRule.Boost(1, 0));
        report(always, 1, 0);
        assertThat(report(always, 1, MINUTE)).isNotNull();
    }

    @Test
    void forgottenRule_beginsAnew() {
        report(rule, 1, 0);
        boosts.forget("checkout");
        assertThat(boosts.current("checkout", 1)).isNull();
        assertThat(report(rule, 1, 2)).isNotNull();
    }
}
