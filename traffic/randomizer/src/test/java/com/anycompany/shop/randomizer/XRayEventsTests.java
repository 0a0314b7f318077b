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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class XRayEventsTests {

    private final Diary diary = new Diary();

    @Test
    void killAndRecovery_arriveAsEvents() throws IOException, Obstacle {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer xray = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        xray.createContext("/local/events", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        xray.start();
        try (XRayEvents events = new XRayEvents(address(xray.getAddress().getPort()), true, diary)) {
            Victim victim = new FakeVictims().healthy().get(0);
            events.killed(victim);
            events.back(victim, Duration.ofMillis(4200));

            await().until(() -> received.size() == 2);
        } finally {
            xray.stop(0);
        }

        assertThat(received)
                .anySatisfy(event -> assertThat(event)
                        .contains("\"type\":\"chaos\"", "\"title\":\"cartservice was killed\"", "fake cartservice"))
                .anySatisfy(event -> assertThat(event)
                        .contains("\"type\":\"recovered\"", "\"title\":\"cartservice is back\"", "after 4.2 s"));
        assertThat(diary.entries).containsExactly("killed cartservice", "back cartservice");
    }

    @Test
    void xrayLocalThatDoesNotAnswer_isMentionedOnce_andHoldsNothingUp() throws IOException, Obstacle {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        Victim victim = new FakeVictims().healthy().get(0);
        try (XRayEvents events = new XRayEvents(address(nobody), true, diary)) {
            events.killed(victim);
            await().until(() -> diary.entries.size() == 2);
            events.killed(victim);
        }

        assertThat(diary.entries)
                .containsExactly(
                        "killed cartservice",
                        "hindered: X-Ray Local doesn't hear of this at http://127.0.0.1:" + nobody
                                + "/local/events: it doesn't answer",
                        "killed cartservice");
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
