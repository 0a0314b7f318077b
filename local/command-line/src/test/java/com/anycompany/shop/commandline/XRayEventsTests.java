package com.anycompany.shop.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XRayEventsTests {

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int answer = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/local/events", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void event_arrivesAsJson() throws IOException {
        events().post(XRayEvents.Type.CHAOS, "cart \"a\\b\" was killed", "line 1\nprocess 4711 é");

        assertThat(received)
                .containsExactly("{\"type\":\"chaos\",\"title\":\"cart \\\"a\\\\b\\\" was killed\","
                        + "\"detail\":\"line 1\\u000aprocess 4711 é\"}");
    }

    @Test
    void eventOfTheRecentPast_bearsItsTime() throws IOException {
        events().post(Instant.parse("2026-12-01T00:00:00.250Z"), XRayEvents.Type.CHAOS, "t", "d");

        assertThat(received)
                .containsExactly("{\"type\":\"chaos\",\"title\":\"t\",\"detail\":\"d\",\"time\":1796083200.250}");
    }

    @Test
    void refusedEvent_isReportedWithItsStatus() {
        answer = 400;

        assertThatThrownBy(() -> events().post(XRayEvents.Type.DOWN, "t", "d")).hasMessage("answers 400");
    }

    @Test
    void unreachableServer_isReported_andIgnoredByTryToPost() {
        XRayEvents events = events();
        server.stop(0);

        assertThatThrownBy(() -> events.post(XRayEvents.Type.DOWN, "t", "d")).hasMessage("doesn't answer");
        events.tryToPost(XRayEvents.Type.DOWN, "t", "d");
    }

    private XRayEvents events() {
        return new XRayEvents(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }
}
