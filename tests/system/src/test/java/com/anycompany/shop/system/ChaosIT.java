package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Services are killed every few seconds while shoppers buy: nothing is lost, and nothing is left unexplained.
 * {@code -Dshop.chaos=PT3M} says how long, {@code -Dshop.chaos.seed} repeats an order of services.
 */
@ExtendWith(OpenShop.class)
@Order(OpenShop.WORST)
class ChaosIT {

    private static final Duration TIME = Duration.parse(System.getProperty("shop.chaos", "PT15S"));
    private static final long SEED = Long.getLong("shop.chaos.seed", System.nanoTime() % 100_000);
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(3);
    private static final int SHOPPERS = 20;

    @Test
    void servicesThatDieAgainAndAgain_loseNoOrderAndNoMoney(Shop shop) throws Exception {
        shop.awaitRecovery();
        Instant begun = Instant.now();
        ChaosReport report = new ChaosReport();
        Kills kills = new Kills(shop, SEED);

        List<ChaosShopper> shoppers = shop(shop, report, kills, begun.plus(TIME));
        kills.awaitRecovery();
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(shoppers.stream().flatMap(shopper -> shopper.undecided().stream()))
                        .as("orders whose shoppers don't know their outcome")
                        .isEmpty());
        Script.Result audit = shop.script().run("audit", "--wait", "60s");
        TraceHoles holes = new TraceHoles(kills);
        shop.traces().documents(begun, Instant.now()).forEach(holes::lookAt);

        System.out.printf(
                "Chaos of %s with seed %d: %d kills among %d shoppers, worst recovery %.1f s%n%s"
                        + "  traces: %d holes explained, %d not%n  %s%n",
                TIME,
                SEED,
                kills.count(),
                SHOPPERS,
                kills.worstRecovery().toMillis() / 1000.0,
                report.text(),
                holes.explained(),
                holes.unexplained().size(),
                audit.output().strip().replace("\n", "\n  "));
        assertThat(audit.exitCode()).as(audit.output()).isZero();
        assertThat(report.confirmed()).as("orders that were confirmed").isPositive();
        assertThat(holes.unexplained()).isEmpty();
        assertThat(shop.script().run("status").exitCode()).isZero();
    }

    private static List<ChaosShopper> shop(Shop shop, ChaosReport report, Kills kills, Instant end) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(SHOPPERS);
        List<ChaosShopper> shoppers = new ArrayList<>();
        for (int i = 0; i < SHOPPERS; i++) {
            ChaosShopper shopper = new ChaosShopper(shop, report, ended, SEED + i);
            shoppers.add(shopper);
            pool.execute(shopper);
        }
        try {
            kills.until(end, BETWEEN_KILLS, ended);
        } finally {
            ended.countDown();
            pool.shutdown();
            assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        return shoppers;
    }
}
