package com.anycompany.shop.randomizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IntervalTests {

    @Test
    void oneTime_isAlwaysThat() {
        assertThat(Interval.parse("30s").at(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Interval.parse("30s").at(0.999)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void twoTimes_areTheBounds() {
        Interval interval = Interval.parse("2m..PT5M");

        assertThat(interval.at(0)).isEqualTo(Duration.ofMinutes(2));
        assertThat(interval.at(0.5)).isEqualTo(Duration.ofSeconds(210));
        assertThat(interval).hasToString("2 min to 5 min");
    }

    @Test
    void whatIsNoInterval_isRefusedInWords() {
        assertThatThrownBy(() -> Interval.parse("often")).hasMessageContaining("'often' isn't a duration; write");
        assertThatThrownBy(() -> Interval.parse("-PT1S")).hasMessageContaining("isn't a duration");
        assertThatThrownBy(() -> Interval.parse("0s")).hasMessageContaining("more than nothing");
        assertThatThrownBy(() -> Interval.parse("5m..2m")).hasMessageContaining("from the shorter to the longer one");
    }
}
