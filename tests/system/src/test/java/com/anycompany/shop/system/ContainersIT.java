package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The shop in containers, within the limits that its manifests set: half a processor and little memory a service. */
@ExtendWith(NeedsDocker.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static @Nullable ContainerShop shop;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        shop = ContainerShop.start();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (shop != null) {
            shop.close();
        }
    }

    /** A service may give up on a neighbour that runs for the first time, so the order is repeated until all are warm. */
    @Test
    @Order(1)
    void order_isOneWholeTraceThroughAllContainers() throws IOException {
        String expected = OrderTraceIT.read("confirmed-order.txt");

        await().ignoreExceptions().atMost(TIMEOUT).untilAsserted(() -> {
            Journey journey = new Journey(new HttpShopper(shop.url()));
            Answer order = journey.placeOrder(journey.toCheckout(), Journey.ACCEPTED_CARD);
            assertThat(order.status()).isEqualTo(303);
            await().atMost(Duration.ofSeconds(8))
                    .untilAsserted(() ->
                            assertThat(shop.traces().tree(order.traceId())).isEqualTo(expected));
        });
    }

    @Test
    @Order(2)
    void everyContainer_isNobodyOnAReadOnlyRootWithoutPrivileges() throws IOException, InterruptedException {
        for (String part : ContainerShop.PARTS) {
            String status = Files.readString(Path.of("/proc", shop.inspect(part, ".State.Pid"), "status"));
            assertThat(status).as(part).containsPattern("Uid:\\s+10001\\s").containsPattern("CapEff:\\s+0+\n");
            assertThat(status).as(part).containsPattern("NoNewPrivs:\\s+1\n").containsPattern("Seccomp:\\s+2\n");
            assertThat(shop.inspect(part, ".HostConfig.ReadonlyRootfs"))
                    .as(part)
                    .isEqualTo("true");
        }
    }

    @Test
    @Order(3)
    void everyContainer_runsJavaAsProcessOneFromItsArchive() throws IOException, InterruptedException {
        for (String part : ContainerShop.PARTS) {
            Path process = Path.of("/proc", shop.inspect(part, ".State.Pid"));
            assertThat(Files.readString(process.resolve("cmdline")).split("\0")[0])
                    .as(part)
                    .isEqualTo("java");
            assertThat(Files.readString(process.resolve("maps"))).as(part).contains("/app/archive");
        }
    }

    @Test
    @Order(4)
    void nothing_wasRestartedOrRanOutOfMemory() throws IOException, InterruptedException {
        for (String part : ContainerShop.PARTS) {
            assertThat(shop.inspect(part, ".RestartCount")).as(part).isEqualTo("0");
            assertThat(shop.inspect(part, ".State.OOMKilled")).as(part).isEqualTo("false");
        }
    }

    @Test
    @Order(5)
    void killedContainer_isReplaced() throws IOException, InterruptedException {
        long pid = Long.parseLong(shop.inspect("catalogservice", ".State.Pid"));

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        await().ignoreExceptions().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(shop.inspect("catalogservice", ".RestartCount")).isEqualTo("1");
            Journey journey = new Journey(new HttpShopper(shop.url()));
            assertThat(journey.product(journey.home()).status()).isEqualTo(200);
        });
        assertThat(shop.inspect("catalogservice", ".State.Running")).isEqualTo("true");
    }

    @Test
    @Order(6)
    void sigterm_endsAServiceInGoodOrder() throws IOException, InterruptedException {
        List<String> parts = List.of("cartservice", "xray-local", "capacitydb");
        for (String part : parts) {
            assertThat(shop.stop(part))
                    .as(part + " ends by itself, not by a second signal")
                    .isEqualTo("143");
        }
    }
}
