package com.anycompany.shop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTests {

    @Test
    void changedPort_isRememberedForTheOtherCommands(@TempDir Path folder) {
        ShopFolder shop = new ShopFolder(folder);
        Ports.DOCUMENTED.with("catalog", 9081).remember(shop);

        assertThat(Ports.inUse(shop).of("catalogservice")).isEqualTo(9081);
        assertThat(Ports.inUse(shop).url("frontend")).isEqualTo("http://localhost:8080");
    }

    @Test
    void unknownPart_isRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Ports.DOCUMENTED.with("catolog", 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("'catolog'")
                .hasMessageContaining("catalogservice");
    }

    @Test
    void changedPort_reachesEveryPartThatUsesIt() {
        ShopPlan plan = new ShopPlan(
                Ports.DOCUMENTED.with("catalog", 9081).with("dynamodb", 9000).with("xray", 9001), Path.of("data"));

        assertThat(plan.part("cart").environment())
                .containsEntry("CATALOG_ENDPOINT", "http://localhost:9081")
                .containsEntry("AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:9000")
                .containsEntry("AWS_XRAY_DAEMON_ADDRESS", "127.0.0.1:9001")
                .containsEntry("TRACE_URL", "http://localhost:9001/#/traces/{traceId}");
        assertThat(plan.part("catalog").environment()).containsEntry("SERVER_PORT", "9081");
    }

    @Test
    void busyPort_isSaidWithItsPartAndTheRemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ShopPlan plan = new ShopPlan(
                    FreePorts.forAll(Ports.DOCUMENTED).with("cart", taken.getLocalPort()), Path.of("data"));

            List<String> busy = PortCheck.busy(plan.parts());

            assertThat(busy)
                    .singleElement()
                    .asString()
                    .contains("Port " + taken.getLocalPort() + " for cartservice is in use")
                    .contains("./shop up --port cartservice=");
        }
    }

    @Test
    void freePorts_areAllDifferent() {
        assertThat(FreePorts.forAll(Ports.DOCUMENTED).byPart().values()).doesNotHaveDuplicates();
    }
}
