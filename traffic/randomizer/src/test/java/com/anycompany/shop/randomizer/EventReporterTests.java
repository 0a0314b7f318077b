package com.anycompany.shop.randomizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class EventReporterTests {

    private static final Instant BEFORE = Instant.parse("2026-12-01T00:00:00.250Z");

    private final RecordingListener listener = new RecordingListener();

    @Test
    void killAndRecovery_arriveAsEvents() throws IOException, TargetAccessException {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer xray = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        xray.createContext("/local/events", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        xray.start();
        try (EventReporter events = new EventReporter(address(xray.getAddress().getPort()), true, listener)) {
            Target target = new FakeTargets().healthy().get(0);
            events.killed(target, BEFORE);
            events.back(target, Duration.ofMillis(4200));

            await().until(() -> received.size() == 2);
        } finally {
            xray.stop(0);
        }

        assertThat(received)
                .anySatisfy(event -> assertThat(event)
                        .contains("\"type\":\"chaos\"", "\"title\":\"cartservice was killed\"", "fake cartservice")
                        .endsWith(",\"time\":1796083200.250}"))
                .anySatisfy(event -> assertThat(event)
                        .contains("\"type\":\"recovered\"", "\"title\":\"cartservice is back\"", "after 4.2 s"));
        assertThat(listener.entries).containsExactly("killed cartservice", "back cartservice");
    }

    @Test
    void xrayLocalThatDoesNotAnswer_isMentionedOnce_andHoldsNothingUp() throws IOException, TargetAccessException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        Target target = new FakeTargets().healthy().get(0);
        try (EventReporter events = new EventReporter(address(nobody), true, listener)) {
            events.killed(target, BEFORE);
            await().until(() -> listener.entries.size() == 2);
            events.killed(target, BEFORE);
        }

        assertThat(listener.entries)
                .containsExactly(
                        "killed cartservice",
                        "failed: X-Ray Local at http://127.0.0.1:" + nobody
                                + "/local/events doesn't receive events: it doesn't answer",
                        "killed cartservice");
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
