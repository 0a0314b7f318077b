package com.anycompany.shop.system;

import static com.anycompany.xray.local.junit.XRayAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.xray.local.testcontainers.XRayLocalContainer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.utility.DockerImageName;

/** {@code XRayLocalContainer} with the image that {@code ./shop images} builds, started by Testcontainers (ADR 065). */
@ExtendWith(NeedsDocker.class)
class XRayLocalContainerIT {

    private static final Pattern UDP = Pattern.compile("udp:(.+):(\\d+)");

    private static XRayLocalContainer xray;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        ContainerShop.buildImages("xray-local");
        xray = new XRayLocalContainer(
                DockerImageName.parse(XRayLocalContainer.IMAGE).withTag(ContainerShop.TAG));
        xray.start();
    }

    @AfterAll
    static void stop() {
        if (xray != null) {
            xray.stop();
        }
    }

    @Test
    void segmentByUdp_isReceived() throws IOException {
        long now = System.currentTimeMillis() / 1000;
        String id = "1-%08x-0123456789abcdef01234567".formatted(now);
        send("""
                {"format": "json", "version": 1}
                {"name": "cart", "id": "0123456789abcdef", "trace_id": "%s", "start_time": %d, "end_time": %d}""".formatted(id, now, now + 1));

        assertThat(xray.received().awaitTrace(id)).hasOnlySegments("cart");
    }

    @Test
    void spanByOtlp_isReceived() throws IOException, InterruptedException {
        long nanos = System.currentTimeMillis() * 1_000_000;
        String id = "%08x".formatted(nanos / 1_000_000_000) + "fedcba9876543210fedcba98";
        String spans = """
                {"resourceSpans": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "mail"}}]},
                  "scopeSpans": [{"spans": [{"traceId": "%s", "spanId": "fedcba9876543210", "name": "send", "kind": 2,
                    "startTimeUnixNano": "%d", "endTimeUnixNano": "%d"}]}]}]}""".formatted(id, nanos, nanos + 1_000_000);

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(xray.getOtlpTracesEndpoint())
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(spans))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String xrayId = "1-" + id.substring(0, 8) + "-" + id.substring(8);
        assertThat(xray.received().awaitTrace(xrayId)).hasOnlySegments("mail");
    }

    @Test
    void container_isHealthyOnAReadOnlyRoot() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(xray.getCurrentContainerInfo()
                                .getState()
                                .getHealth()
                                .getStatus())
                        .isEqualTo("healthy"));
        assertThat(xray.getContainerInfo().getHostConfig().getReadonlyRootfs()).isTrue();
    }

    private static void send(String document) throws IOException {
        MatchResult address =
                UDP.matcher(xray.getDaemonAddress()).results().findFirst().orElseThrow();
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(
                    bytes, bytes.length, new InetSocketAddress(address.group(1), Integer.parseInt(address.group(2)))));
        }
    }
}
