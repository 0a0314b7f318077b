package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The workshop's experiment with DynamoDB's capacity, by both doors. Runs late, since throttled pages leave traces that the
 * service graph must not show; it gives the table its capacity back whatever happens.
 */
@ExtendWith(OpenShop.class)
@Order(OpenShop.LATE)
class CapacityIT {

    private static final String TABLE = "ProductCatalog";

    private final List<Visit> visits = new ArrayList<>();

    private record Visit(String page, int status, Duration took, Answer answer) {}

    @AfterEach
    void giveTheCapacityBack(Shop shop) throws IOException, InterruptedException {
        Script.Result raised = shop.script().run("capacity", TABLE, "--read", "40", "--write", "15");

        assertThat(raised.exitCode()).as(raised.output()).isZero();
    }

    @Test
    void oneReadUnit_throttlesTheTable_andThePagesHealWhenItIsRaised(Shop shop)
            throws IOException, InterruptedException {
        Journey journey = new Journey(shop);
        List<String> pages = List.of(
                "/",
                "/products",
                "/products?query=lamp",
                journey.home().page().expectFirst("main a[href^=/products/]").attr("href"));
        Instant before = Instant.now();

        Script.Result lowered = shop.script().run("capacity", TABLE, "--read", "1");

        assertThat(lowered.output()).contains("40 → 1 read");
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            visit(journey, pages);
            assertThat(shop.traces().throttled(TABLE, before, Instant.now().plusSeconds(1)))
                    .as("throttled calls on the table's node")
                    .isPositive();
            assertThat(shop.traces().retries(TABLE, before, Instant.now().plusSeconds(1)))
                    .as("retries that a trace shows")
                    .isPositive();
            assertThat(visits).as("pages that show what there is").anyMatch(v -> v.status() == 200);
            assertThat(visits).as("pages that can't do without").anyMatch(v -> v.status() == 503);
        });
        assertThat(visits).allSatisfy(visit -> {
            assertThat(visit.status()).isIn(200, 503);
            assertThat(visit.took()).isLessThan(PageTimeout.LIMIT);
            if (visit.status() == 503) {
                assertThat(visit.answer().page().text()).doesNotContain("Exception");
            }
        });

        giveTheCapacityBack(shop);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            visits.clear();
            visit(journey, pages);
            visit(journey, pages);
            assertThat(visits).allMatch(visit -> visit.status() == 200);
        });
    }

    @Test
    void withoutATable_allAreListed_andAllCanBeChanged(Shop shop) throws IOException, InterruptedException {
        Script.Result listed = shop.script().run("capacity");
        assertThat(listed.output())
                .contains("ProductCatalog has 40 read and 15 write capacity units.")
                .contains("Carts has ", "Orders has ", "Payments has ", "Recommendations has ");

        Script.Result raised = shop.script().run("capacity", "--all", "--read", "4000");
        assertThat(raised.output()).contains("ProductCatalog: 40 → 4000 read", "Payments: ");
        for (String line :
                listed.output().lines().filter(line -> line.contains(" has ")).toList()) {
            String[] words = line.split(" ");
            shop.script().run("capacity", words[0], "--read", words[2]);
        }
        assertThat(shop.script().run("capacity").output()).isEqualTo(listed.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ProductCatalog", "Carts", "Orders"})
    void tableWithOneUnit_letsNoPageHang(String table, Shop shop) throws Exception {
        List<Tour> tours = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tours.add(new Tour(shop));
        }
        Instant before = Instant.now();
        List<Tour.Visit> all = new ArrayList<>();
        try (Shortage shortage = Shortage.of(shop, table)) {
            for (Tour tour : tours) {
                all.addAll(tour.visitAll());
            }
        }

        assertThat(all).allSatisfy(visit -> {
            assertThat(visit.took()).isLessThan(PageTimeout.LIMIT);
            assertThat(visit.status()).isIn(200, 202, 302, 303, 503);
        });
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(shop.traces()
                                .throttled(table, before, Instant.now().plusSeconds(1)))
                        .as("throttled calls on the node %s", table)
                        .isPositive());
        for (Tour tour : tours) {
            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(tour.cart()).isNotEmpty());
        }
    }

    @Test
    @ExtendWith(NeedsAwsCli.class)
    void awsCli_lowersTheCapacity_andIsThrottledItself(Shop shop) throws IOException, InterruptedException {
        Script.Result updated = aws(
                shop,
                "update-table",
                "--table-name",
                TABLE,
                "--provisioned-throughput",
                "ReadCapacityUnits=1,WriteCapacityUnits=15");
        assertThat(updated.exitCode()).as(updated.output()).isZero();

        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            Script.Result scan = aws(shop, "scan", "--table-name", TABLE, "--consistent-read", "--select", "COUNT");
            assertThat(scan.exitCode()).isNotZero();
            assertThat(scan.output())
                    .contains("(ProvisionedThroughputExceededException)")
                    .contains("The level of configured provisioned throughput for the table was exceeded.");
        });
    }

    private void visit(Journey journey, List<String> pages) throws IOException {
        for (String page : pages) {
            long begun = System.nanoTime();
            Answer answer = journey.open(page);
            visits.add(new Visit(page, answer.status(), Duration.ofNanos(System.nanoTime() - begun), answer));
        }
    }

    private static Script.Result aws(Shop shop, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("aws", "dynamodb"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--endpoint-url", shop.ports().url("dynamodb"), "--region", "us-east-1"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "AWS_ACCESS_KEY_ID", "local",
                        "AWS_SECRET_ACCESS_KEY", "local",
                        "AWS_MAX_ATTEMPTS", "1",
                        "AWS_PAGER", ""));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Script.Result(process.exitValue(), output);
    }
}
