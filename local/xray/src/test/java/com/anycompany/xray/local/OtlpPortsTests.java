package com.anycompany.xray.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.store.StoreOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The further ports for OTLP: a busy one is left out, and the rest starts all the same. */
class OtlpPortsTests {

    private static XRayLocalServer start(OtlpPorts.Numbers otlp) throws Exception {
        return XRayLocalServer.start(
                new XRayLocalServer.Options(
                        InetAddress.getLoopbackAddress(),
                        null,
                        0,
                        Set.of(),
                        new StoreOptions(8 << 20, Duration.ofHours(1)),
                        2 << 20,
                        otlp,
                        null),
                Clock.systemUTC());
    }

    @Test
    void zero_isAFreePort_andIsAnnounced() throws Exception {
        try (XRayLocalServer server = start(new OtlpPorts.Numbers(0, 0))) {
            OtlpPorts ports = server.otlpPorts();
            assertThat(ports.warnings()).isEmpty();
            assertThat(ports.announcement())
                    .isEqualTo("OTLP localhost:%d (gRPC), localhost:%d (HTTP)  ".formatted(ports.grpc(), ports.http()));
        }
    }

    @Test
    void busyPort_isLeftOut_withAWarning() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                XRayLocalServer server = start(new OtlpPorts.Numbers(busy.getLocalPort(), 0))) {
            assertThat(server.otlpPorts().grpc()).isEqualTo(-1);
            assertThat(server.otlpPorts().http()).isPositive();
            assertThat(server.otlpPorts().warnings())
                    .containsExactly(
                            "port %d on localhost is in use or not available, so OTLP over gRPC is received at port %d only; give another one with --otlp-grpc-port"
                                    .formatted(busy.getLocalPort(), server.port()));
        }
    }

    @Test
    void without_thereAreNone() throws Exception {
        try (XRayLocalServer server = start(null)) {
            assertThat(server.otlpPorts().announcement()).isEmpty();
            assertThat(server.otlpPorts().warnings()).isEmpty();
        }
    }
}
