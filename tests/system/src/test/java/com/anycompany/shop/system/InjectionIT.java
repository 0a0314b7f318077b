package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each injected failure is an event on the time axis, so that it can be told from other failures. */
@ExtendWith(OpenShop.class)
@Order(OpenShop.LATE + 1)
class InjectionIT {

    private final Instant before = Instant.now().minusSeconds(1);

    @BeforeEach
    void everythingIsWell(Shop shop) {
        shop.awaitRecovery();
    }

    @Test
    void kill_isToldApartFromADeathOfItsOwn(Shop shop) throws Exception {
        run(shop, "kill", "recommendationservice");

        awaitEvents(
                shop,
                "chaos: recommendationservice was killed \\(process \\d+, by ./shop kill\\)",
                "down: recommendationservice is down .*",
                "recovered: recommendationservice is back .*");

        shop.kill("recommendationservice");
        await().untilAsserted(() -> assertThat(Events.of(shop).since(before))
                .filteredOn(event -> event.contains("recommendationservice"))
                .as("two deaths, one of them wanted")
                .satisfies(told -> assertThat(told)
                        .filteredOn(event -> event.startsWith("down:"))
                        .hasSize(2))
                .satisfies(told -> assertThat(told)
                        .filteredOn(event -> event.startsWith("chaos:"))
                        .hasSize(1)));
    }

    @Test
    void chaos_isTold(Shop shop) throws Exception {
        run(shop, "chaos", "--every", "1s", "--only", "recommendationservice", "--for", "3s");

        awaitEvents(shop, "chaos: recommendationservice was killed \\(.*, by the randomizer\\)");
    }

    @Test
    void latency_isTold_isATimeOutInTheTrace_andEnds(Shop shop) throws Exception {
        Journey journey = new Journey(shop);
        Answer home = journey.home();
        Process hang = shop.script()
                .start(
                        shop.output().resolveSibling("hang.out"),
                        List.of("hang", "recommendationservice", "--for", "5s"));
        awaitEvents(shop, "chaos: recommendationservice hangs \\(process \\d+, by ./shop hang\\)");

        Answer product = journey.product(home);

        assertThat(product.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(shop.traces().tree(product.traceId()))
                        .containsPattern("\\n +recommendationservice remote: [^\\n]*FAULT !HttpTimeoutException"));
        assertThat(hang.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(hang.exitValue()).isZero();
        awaitEvents(shop, "recovered: recommendationservice goes on .*");
        shop.awaitRecovery();
    }

    @Test
    void capacity_isTold(Shop shop) throws Exception {
        run(shop, "capacity", "Recommendations", "--read", "30");
        run(shop, "capacity", "Recommendations", "--read", "40");

        awaitEvents(
                shop,
                "capacity: Recommendations has other capacity \\(40 → 30 read, .*",
                "capacity: Recommendations has other capacity \\(30 → 40 read, .*");
    }

    private void run(Shop shop, String... command) throws IOException, InterruptedException {
        Script.Result result = shop.script().run(command);
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    private void awaitEvents(Shop shop, String... patterns) {
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            List<String> told = new ArrayList<>(Events.of(shop).since(before));
            for (String pattern : patterns) {
                assertThat(told).anyMatch(event -> event.matches(pattern));
            }
        });
    }
}
