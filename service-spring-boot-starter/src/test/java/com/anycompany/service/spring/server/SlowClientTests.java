package com.anycompany.service.spring.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Slow clients cost connections, never threads: the server has two threads and many slow clients. */
@SpringBootTest(
        classes = EchoService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.tomcat.threads.max=2",
            "server.tomcat.threads.min-spare=1",
            "service.server.body.grace=3s",
            "service.server.body.max-buffered=2MB",
            "service.server.connections.header-timeout=2s",
            "service.server.connections.max-per-client=150"
        })
class SlowClientTests {

    private static final int MANY = 100;
    private static final String HELLO = "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String ECHO = "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n";

    private final List<RawClient> clients = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry meters;

    @AfterEach
    void disconnect() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        await().untilAsserted(() -> assertThat(
                        meters.get("service.bodies.buffered").gauge().value())
                .isZero());
    }

    @Test
    void manySlowBodies_leaveTheThreadsToOthers() throws IOException {
        for (int i = 0; i < MANY; i++) {
            client().send(ECHO + "Content-Length: 1000\r\n\r\n" + "x");
        }

        assertHelloIsFast();
    }

    @Test
    void manySlowHeaders_leaveTheThreadsToOthersAndAreClosed() throws IOException {
        for (int i = 0; i < MANY; i++) {
            client().send("GET /hello HTTP/1.1\r\nHo");
        }

        assertHelloIsFast();
        assertThat(clients.get(0).isClosed()).isTrue();
    }

    @Test
    void manySlowReaders_leaveTheThreadsToOthers() throws IOException {
        for (int i = 0; i < MANY; i++) {
            client().send("GET /much HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }

        assertHelloIsFast();
        assertThat(clients.get(0).response()).contains("200").hasSizeGreaterThan(100_000);
    }

    @Test
    void tooSlowBody_is408() throws IOException {
        RawClient slow = client().send(ECHO + "Content-Length: 1000\r\n\r\nx");

        assertThat(slow.response())
                .startsWith("HTTP/1.1 408")
                .contains("application/problem+json", "urn:problem:request-timeout", "traceId", "Connection: close");
        assertThat(slow.isClosed()).isTrue();
    }

    @Test
    void tooSlowChunkedBody_is408() throws IOException {
        RawClient slow = client().send(ECHO + "Transfer-Encoding: chunked\r\n\r\n5\r\nab");

        assertThat(slow.response()).startsWith("HTTP/1.1 408");
    }

    @Test
    void bodyInPieces_isReadAsAWhole() throws IOException {
        RawClient client = client().send(ECHO + "Content-Length: 10\r\n\r\n");
        for (int i = 0; i < 10; i++) {
            client.send("" + i);
            assertHelloIsFast();
        }

        assertThat(client.response()).startsWith("HTTP/1.1 200").endsWith("0123456789");
    }

    @Test
    void chunkedBodyInPieces_isReadAsAWhole() throws IOException {
        RawClient client = client();
        for (String piece : List.of(
                ECHO + "Transfer-Encoding: chu",
                "nked\r\n\r",
                "\n",
                "5\r",
                "\nab",
                "cde\r\n1",
                "\r\nf",
                "\r\n0\r\n\r\n")) {
            client.send(piece);
            assertHelloIsFast();
        }

        assertThat(client.response()).startsWith("HTTP/1.1 200").endsWith("abcdef");
    }

    @Test
    void malformedChunk_is400() throws IOException {
        RawClient client = client().send(ECHO + "Transfer-Encoding: chunked\r\n\r\nno-number\r\n");

        assertThat(client.response()).startsWith("HTTP/1.1 400").contains("urn:problem:malformed-request");
    }

    @Test
    void form_isRead() throws IOException {
        RawClient client = client().send("POST /form HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 8\r\n\r\n")
                .send("name=ann");

        assertThat(client.response()).startsWith("HTTP/1.1 200").endsWith("ann");
    }

    @Test
    void connection_isReusedAfterABody() throws IOException {
        RawClient client = client();
        for (int i = 0; i < 3; i++) {
            assertThat(client.send(ECHO + "Content-Length: 3\r\n\r\n")
                            .send("abc")
                            .response())
                    .startsWith("HTTP/1.1 200")
                    .endsWith("abc");
            assertThat(client.send(HELLO).response()).endsWith("hello");
        }
    }

    @Test
    void pipelinedRequests_areAnsweredInOrder() throws IOException {
        RawClient client = client().send(ECHO + "Content-Length: 3\r\n\r\nabc" + HELLO);

        assertThat(client.response()).endsWith("abc");
        assertThat(client.response()).endsWith("hello");
    }

    @Test
    void expectation_isMetBeforeTheBodyIsSent() throws IOException {
        RawClient client = client().send(ECHO + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n");

        assertThat(client.response()).startsWith("HTTP/1.1 100");
        assertThat(client.send("abc").response()).startsWith("HTTP/1.1 200").endsWith("abc");
    }

    @Test
    void largeBody_isDiscardedAndAnswered413() throws IOException {
        RawClient client = client().send(ECHO + "Content-Length: 100000\r\n\r\n");
        client.send("x".repeat(100_000));

        assertThat(client.response()).startsWith("HTTP/1.1 413").contains("urn:problem:content-too-large");
    }

    @Test
    void hugeBody_isRefusedUnread() throws IOException {
        RawClient client = client().send(ECHO + "Content-Length: 1000000000\r\n\r\n");

        assertThat(client.response()).startsWith("HTTP/1.1 413").contains("urn:problem:content-too-large");
    }

    @Test
    void bodiesAboveTheMemory_are503() throws IOException {
        for (int i = 0; i < 33; i++) {
            client().send(ECHO + "Content-Length: 65000\r\n\r\n" + "x".repeat(64_000));
        }
        await().until(() -> meters.get("service.bodies.buffered").gauge().value() > 2_000_000);
        RawClient last = client().send(ECHO + "Content-Length: 65000\r\n\r\n" + "x".repeat(65_000));

        assertThat(last.response()).startsWith("HTTP/1.1 503").contains("urn:problem:overloaded", "Retry-After");
    }

    @Test
    void clientThatDisconnectsInTheMiddle_freesItsMemory() throws IOException {
        client().send(ECHO + "Content-Length: 1000\r\n\r\nabc").close();

        assertHelloIsFast();
    }

    @Test
    void moreConnectionsThanAClientMayHave_areClosed() throws IOException {
        for (int i = 0; i < 150; i++) {
            client().send("G");
        }

        RawClient tooMany = client();

        assertThat(tooMany.isClosed()).isTrue();
        assertThat(meters.get("service.connections.refused").functionCounter().count())
                .isPositive();
    }

    private void assertHelloIsFast() throws IOException {
        long began = System.nanoTime();
        try (RawClient client = new RawClient(port)) {
            assertThat(client.send(HELLO).response()).endsWith("hello");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    }

    private RawClient client() throws IOException {
        RawClient client = new RawClient(port);
        clients.add(client);
        return client;
    }
}
