package com.anycompany.shop.order.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettlementPropertiesTests {

    private final SettlementProperties properties =
            new SettlementProperties(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(30));

    @Test
    void pauseDoublesUpToTheLongest() {
        assertThat(properties.pause(0)).hasSeconds(10);
        assertThat(properties.pause(1)).hasSeconds(20);
        assertThat(properties.pause(2)).hasSeconds(30);
        assertThat(properties.pause(1_000_000)).hasSeconds(30);
    }

    @Test
    void pauseIsNeverShorterThanARequestMayTake() {
        SettlementProperties odd =
                new SettlementProperties(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(1));
        assertThat(odd.pause(3)).hasSeconds(10);
    }
}
