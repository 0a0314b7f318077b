package com.anycompany.shop.loadgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.shop.commandline.StopSignal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShopperTests {

    private static final ThinkTime HASTE = new ThinkTime(Duration.ZERO, Duration.ofMillis(1));

    private final Traffic traffic = new Traffic();
    private final StopSignal stop = new StopSignal();

    @Test
    void storefrontDown_isTriedAgainButNotHammered() {
        URI nobody = URI.create("http://localhost:1");
        Load load = load(nobody, 3);

        load.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> traffic.requests() >= 6);
        stop.request();
        load.awaitEnd(Duration.ofSeconds(5));

        assertThat(traffic.requests()).isLessThan(15);
        assertThat(traffic.unexpectedErrors()).containsOnlyKeys("connection refused");
    }

    @Test
    void shopper_comesBackAsAStranger() throws Exception {
        try (FakeStorefront shop = new FakeStorefront()) {
            Load load = load(shop.address(), 1);

            load.start();
            await().until(() -> traffic.sessions() >= 3);
            stop.request();
            load.awaitEnd(Duration.ofSeconds(5));

            assertThat(shop.requests())
                    .filteredOn(request -> request.startsWith("new "))
                    .hasSizeGreaterThanOrEqualTo(3);
        }
    }

    private Load load(URI storefront, int shoppers) {
        LoadPlan plan = new LoadPlan(storefront, shoppers, Optional.empty(), Optional.empty(), HASTE, Habits.USUAL);
        return new Load(plan, new Storefront(storefront), traffic, stop, new SplittableRandom(3));
    }
}
