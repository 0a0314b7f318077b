package com.anycompany.shop.launcher.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortCheckTests {

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
    void twoPartsOnOnePort_areRefusedWithBothNames() {
        ShopPlan plan = new ShopPlan(Ports.DOCUMENTED.with("cart", 8080), Path.of("data"));

        assertThat(PortCheck.shared(plan.parts()))
                .singleElement()
                .asString()
                .contains("8080", "frontend", "cartservice", "--port");
        assertThat(PortCheck.shared(new ShopPlan(Ports.DOCUMENTED, Path.of("data")).parts()))
                .isEmpty();
    }

    @Test
    void portThatIsAnothersForHealthChecks_isRefusedWithBothNames() {
        assertThat(shared(Ports.DOCUMENTED.with("cart", 18080)))
                .containsExactly(
                        "Port 18080 is that for the health checks of frontend and that of cartservice: choose another"
                                + " one with --port cartservice=PORT.");
        assertThat(shared(Ports.DOCUMENTED.with("xray", 18081)))
                .containsExactly(
                        "Port 18081 is that of xray and that for the health checks of catalogservice: choose another"
                                + " one with --port catalogservice=PORT.");
    }

    @Test
    void portForHealthChecksThatIsBelowItsService_isCompared() {
        assertThat(shared(Ports.DOCUMENTED.with("order", 60_000).with("payment", 50_000)))
                .containsExactly(
                        "Port 50000 is that for the health checks of orderservice and that of paymentservice: choose"
                                + " another one with --port paymentservice=PORT.");
    }

    private static List<String> shared(Ports ports) {
        return PortCheck.shared(new ShopPlan(ports, Path.of("data")).parts());
    }

    @Test
    void freePorts_areAllDifferent() {
        assertThat(FreePorts.forAll(Ports.DOCUMENTED).byPart().values()).doesNotHaveDuplicates();
    }
}
