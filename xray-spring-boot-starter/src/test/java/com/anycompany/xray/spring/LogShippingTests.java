package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import com.anycompany.xray.local.junit.LocalXRay;
import com.anycompany.xray.local.junit.XRayLocalTest;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What of the log goes to X-Ray Local, and what happens while it is away. */
@XRayLocalTest
class LogShippingTests {

    private static final Logger LOG = LoggerFactory.getLogger("com.example.Carts");
    private static final LoggerContext LOGBACK = (LoggerContext) LoggerFactory.getILoggerFactory();
    private static final String TRACE = "1-6b0dd6ce-a18009e51eb0e8653c5aef9d";
    private static final Duration BACKOFF = Duration.ofMillis(50);

    @AfterEach
    void clear() {
        MDC.clear();
    }

    private static LogShipping ship(URI endpoint, int queue) {
        return LogShipping.start(LOGBACK, new LogSender(endpoint, "cart"), queue, BACKOFF);
    }

    private static String logs(LocalXRay xray) {
        HttpRequest request = HttpRequest.newBuilder(xray.endpoint().resolve("/local/logs?trace=" + TRACE))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void recordOfATrace_arrives_withSeverityLoggerSpanAndException(LocalXRay xray) throws Exception {
        try (LogShipping shipping = ship(xray.endpoint().resolve("/v1/logs"), 100)) {
            assertThat(shipping.isStarted()).isTrue();
            LOG.info("of no trace");
            MDC.put("traceId", TRACE);
            MDC.put("spanId", "53995c3f42cd8ad8");
            LOG.warn("cart {} is empty", 7, new IOException("gone"));
            await().untilAsserted(() -> assertThat(logs(xray)).contains("cart 7 is empty"));
        }
        assertThat(logs(xray))
                .contains("\"severity\":\"WARN\"", "\"severityNumber\":13", "\"service\":\"cart\"")
                .contains(
                        "\"logger\":\"com.example.Carts\"",
                        "\"spanId\":\"53995c3f42cd8ad8\"",
                        "java.io.IOException: gone")
                .doesNotContain("of no trace");
    }

    @Test
    void oddRecord_isNoEndOfTheOthers(LocalXRay xray) throws Exception {
        try (LogShipping shipping = ship(xray.endpoint().resolve("/v1/logs"), 100)) {
            assertThat(shipping.isStarted()).isTrue();
            MDC.put("traceId", TRACE);
            LOG.error((String) null, new IllegalStateException((String) null));
            LOG.warn("half a pair: \ud83d");
            await().untilAsserted(() -> assertThat(logs(xray)).contains("half a pair"));
            LOG.info("after it");
            await().untilAsserted(() -> assertThat(logs(xray)).contains("after it", "IllegalStateException"));
        }
    }

    @Test
    void closing_sendsWhatIsLeft(LocalXRay xray) throws Exception {
        LogShipping shipping = ship(xray.endpoint().resolve("/v1/logs"), 100);
        MDC.put("traceId", TRACE);
        LOG.info("the last words");
        shipping.close();
        assertThat(logs(xray)).contains("the last words");
    }

    @Test
    void whileTheReceiverIsAway_theNewestWait_andNobodyElse() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        AtomicReference<String> received = new AtomicReference<>("");
        MDC.put("traceId", TRACE);
        try (LogShipping shipping = ship(URI.create("http://127.0.0.1:" + port + "/v1/logs"), 50)) {
            assertThat(shipping.isStarted()).isTrue();
            for (int i = 1; i <= 5000; i++) {
                LOG.debug("not logged");
                LOG.info("line <{}>", i);
            }
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/v1/logs", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                received.updateAndGet(before -> before + body);
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            try {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> received.get().contains("line <5000>"));
            } finally {
                server.stop(0);
            }
        }
        assertThat(received.get()).contains("line <4960>").doesNotContain("line <2000>");
    }
}
