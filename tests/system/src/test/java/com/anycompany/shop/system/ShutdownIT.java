package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Closes the shop that all tests used; nothing of it may be left. */
@ExtendWith(OpenShop.class)
@Order(OpenShop.LAST)
class ShutdownIT {

    @Test
    void down_leavesNoProcessAndNoPort(Shop shop) throws IOException, InterruptedException {
        List<ProcessHandle> processes = shop.processes();
        assertThat(processes).hasSize(1 + shop.ports().byPart().size());

        Script.Result down = shop.script().run("down");

        assertThat(down.exitCode()).as(down.output()).isZero();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(processes).allMatch(ProcessEnd::isReached));
        assertThat(shop.ports().byPart())
                .allSatisfy((part, port) -> assertThat(ShopPorts.isFree(port))
                        .as("port %d of %s is free again", port, part)
                        .isTrue());
        assertThat(shop.output()).content().contains("Everything is stopped");
    }
}
