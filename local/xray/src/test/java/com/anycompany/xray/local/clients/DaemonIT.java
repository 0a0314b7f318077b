package com.anycompany.xray.local.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.config.DaemonConfiguration;
import com.amazonaws.xray.emitters.Emitter;
import com.anycompany.xray.local.TestServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.xray.XRayClient;

/** AWS's own daemon between a program and X-Ray Local, configured as docs/xray-local.md says. */
class DaemonIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final TestServer server = new TestServer();
    private final int port = freePort();
    private Process daemon;

    @BeforeAll
    static void require() {
        Client.DAEMON.require();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() throws IOException {
        Path configuration = Files.writeString(folder.resolve("cfg.yaml"), """
                Version: 2
                Region: us-east-1
                Endpoint: "http://127.0.0.1:%d"
                LocalMode: true
                Socket: { UDPAddress: "127.0.0.1:%d", TCPAddress: "127.0.0.1:%d" }
                """.formatted(server.port(), port, port));
        daemon = Client.DAEMON.start(folder.resolve("daemon.log"), Map.of(), "-c", configuration.toString());
        await().atMost(PATIENCE).ignoreExceptions().until(() -> rules().statusCode() == 200);
    }

    @AfterEach
    void stop() {
        daemon.destroyForcibly();
        server.close();
    }

    private HttpResponse<String> rules() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/GetSamplingRules"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void segmentOfTheSdk_comesThroughTheDaemon() throws IOException {
        DaemonConfiguration address = new DaemonConfiguration();
        address.setDaemonAddress("127.0.0.1:" + port);
        AWSXRayRecorder recorder = AWSXRayRecorderBuilder.standard()
                .withEmitter(Emitter.create(address))
                .build();
        String trace = recorder.beginSegment("behind-daemon").getTraceId().toString();
        recorder.endSegment();
        try (XRayClient xray = server.client()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    xray.batchGetTraces(r -> r.traceIds(trace)).traces())
                            .hasSize(1));
        }
    }

    @Test
    void refusedDocument_canBeSeen_andTheDaemonIsTold() throws IOException {
        byte[] datagram = "{\"format\": \"json\", \"version\": 1}\n{\"name\":\"lost\",\"id\":\"53995c3f42cd8ad8\"}"
                .getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(datagram, datagram.length, InetAddress.getLoopbackAddress(), port));
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(server.get("/local/rejected").body()).contains("MissingTraceId", "lost"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Files.readString(folder.resolve("daemon.log"))
                                + Files.readString(folder.resolve("daemon.log.err")))
                        .contains("MissingTraceId"));
    }

    @Test
    void samplingRules_comeThroughItsProxy() throws Exception {
        assertThat(rules().body()).contains("\"RuleName\":\"Default\"");
    }
}
