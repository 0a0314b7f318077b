package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Parts are killed every few seconds while shoppers buy: services, two at the same moment, a service while an order is under way,
 * the database, X-Ray Local, the launcher. No order is lost, no shopper is told something untrue, and a kill explains
 * each gap in the traces. {@code -Dshop.chaos=PT10M} says how long, {@code -Dshop.chaos.seed} repeats an order of kills.
 */
@ExtendWith(OpenShop.class)
@Order(OpenShop.WORST)
class ChaosIT {

    private static final Duration TIME = Duration.parse(System.getProperty("shop.chaos", "PT30S"));
    private static final long SEED = Long.getLong("shop.chaos.seed", System.nanoTime() % 100_000);
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(3);
    private static final int SHOPPERS = 20;

    @Test
    void partsThatDieAgainAndAgain_loseNoOrderAndNoMoney(Shop shop) throws Exception {
        shop.awaitRecovery();
        Instant begun = Instant.now();
        ChaosReport report = new ChaosReport();
        ShopperBook book = new ShopperBook();
        Kills kills = new Kills(shop);

        List<ChaosShopper> shoppers = shop(shop, report, book, kills, begun.plus(TIME));
        // An order that isn't decided a minute after the last part is back is one that the shop has forgotten.
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(shoppers.stream().flatMap(shopper -> shopper.undecided().stream()))
                        .as("orders whose shoppers don't know their outcome")
                        .isEmpty());
        Path written = book.write(Path.of("target", "shopper-book.txt").toAbsolutePath());
        Script.Result audit = shop.script().run("audit", "--wait", "60s", "--book", written.toString());

        TraceHoles holes = new TraceHoles(kills);
        shop.traces().documents(begun, Instant.now()).forEach(holes::lookAt);
        System.out.printf(
                "Chaos of %s with seed %d: %d kills among %d shoppers%n%s%s  %d answers written down%n"
                        + "  traces: %d holes explained, %d not%n  %s%n",
                TIME,
                SEED,
                kills.count(),
                SHOPPERS,
                kills.text(),
                report.text(),
                book.answers(),
                holes.explained(),
                holes.unexplained().size(),
                audit.output().strip().replace("\n", "\n  "));
        assertThat(audit.exitCode()).as(audit.output()).isZero();
        assertThat(report.told()).as("attempts of which the end is known").isEqualTo(report.attempts());
        assertThat(report.confirmed()).as("orders that were confirmed").isPositive();
        assertThat(holes.unexplained()).isEmpty();
        assertThat(shop.script().run("status").exitCode()).isZero();
    }

    private static List<ChaosShopper> shop(Shop shop, ChaosReport report, ShopperBook book, Kills kills, Instant end)
            throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(SHOPPERS);
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        watch.scheduleWithFixedDelay(kills::noteReturns, 100, 100, TimeUnit.MILLISECONDS);
        List<ChaosShopper> shoppers = new ArrayList<>();
        for (int i = 0; i < SHOPPERS; i++) {
            ChaosShopper shopper = new ChaosShopper(shop, report, book, ended, SEED + i);
            shoppers.add(shopper);
            pool.execute(shopper);
        }
        try {
            new Strikes(shop, kills, report, SEED).until(end, BETWEEN_KILLS, ended);
        } finally {
            ended.countDown();
            pool.shutdown();
            assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            kills.awaitRecovery();
            watch.shutdownNow();
        }
        return shoppers;
    }
}
