package com.anycompany.xray.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.xray.local.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that send slowly, never finish, or leave in between. */
@Timeout(60)
class SlowClientTests {

    private static final String BEGUN =
            "POST /GetSamplingRules HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{";

    @Test
    void manyThatNeverFinish_dontKeepOthersFromAnswers() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try (TestServer server = new TestServer()) {
            for (int i = 0; i < 200; i++) {
                slow.add(begin(server.port(), BEGUN));
            }
            assertThat(server.post("/GetSamplingRules", "{}").statusCode()).isEqualTo(200);
            assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void bodyThatIsNotThereInTime_isGivenUp() throws Exception {
        try (LimitedServer server = new LimitedServer(
                        new RequestBody.Limits(1000, Duration.ofMillis(200), Duration.ofMillis(200), 0));
                Socket socket = begin(server.port(), BEGUN)) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 408").contains("didn't arrive");
        }
    }

    @Test
    void bodyThatTrickles_isGivenUp_longBeforeItsTime() throws Exception {
        try (LimitedServer server = new LimitedServer(
                        new RequestBody.Limits(1000, Duration.ofMinutes(5), Duration.ofMillis(200), 1024));
                Socket socket = begin(server.port(), BEGUN)) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 408").contains("more slowly than 1024 bytes a second");
        }
    }

    @Test
    void bodiesForWhichThereIsNoMemory_areRefused_theNextOneIsTaken() throws Exception {
        try (LimitedServer server = new LimitedServer(RequestBody.Limits.DEFAULT, new BodyMemory(50));
                Socket large = begin(server.port(), request(100));
                Socket small = begin(server.port(), request(10))) {
            assertThat(answer(large)).startsWith("HTTP/1.1 429");
            assertThat(answer(small)).startsWith("HTTP/1.1 200");
        }
    }

    /** A byte now and then begins the connector's own idle timeout anew. */
    @Test
    void headersThatTrickle_loseTheirConnection() throws Exception {
        try (LimitedServer server = new LimitedServer(RequestBody.Limits.DEFAULT)) {
            server.closeIdleConnectionsAfter(Duration.ofMillis(400));
            try (Socket socket = begin(server.port(), "POST /x HTTP/1.1\r\nHost: localhost\r\n")) {
                await().atMost(Duration.ofSeconds(20)).until(() -> !sends(socket, "X"));
            }
        }
    }

    @Test
    void clientThatDoesNotReadALargeAnswer_losesItsConnection() throws Exception {
        try (LimitedServer server = new LimitedServer(RequestBody.Limits.DEFAULT);
                Socket socket = begin(server.port(), "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            await().atMost(Duration.ofSeconds(20)).until(() -> server.connections() == 0);
            assertThat(server.busyThreads()).isLessThan(5);
        }
    }

    /** Slow readers, senders and headers at once, more than there are threads. */
    @Test
    void slowClients_costNoThreads() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (LimitedServer server = new LimitedServer(RequestBody.Limits.DEFAULT)) {
            for (int i = 0; i < 60; i++) {
                slow.add(begin(server.port(), BEGUN));
                slow.add(begin(server.port(), "POST /x HTTP/1.1\r\nHost: localhost\r\n"));
                slow.add(begin(server.port(), "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            }
            try (Socket quick = begin(server.port(), request(10))) {
                assertThat(answer(quick)).startsWith("HTTP/1.1 200");
            }
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(server.busyThreads()).isLessThan(5));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void oneThatLeavesInBetween_isForgotten() throws IOException {
        try (TestServer server = new TestServer()) {
            for (int i = 0; i < 50; i++) {
                begin(server.port(), BEGUN).close();
            }
            assertThat(server.post("/GetSamplingRules", "{}").statusCode()).isEqualTo(200);
        }
    }

    private static String request(int length) {
        return "POST /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n"
                + "x".repeat(length);
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static boolean sends(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Socket begin(int port, String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** A server whose limits are a test's own: answers POST with 200, and GET with 20 MB. */
    private static final class LimitedServer implements AutoCloseable {

        private static final RequestHandler.ResponseLimits READ_SOON =
                new RequestHandler.ResponseLimits(16 * 1024, 500, 1 << 30);

        private final QueuedThreadPool threads = new QueuedThreadPool(16, 4);
        private final Server server = new Server(threads);
        private final ServerConnector connector = new ServerConnector(server, 1, 1);

        LimitedServer(RequestBody.Limits limits) throws Exception {
            this(limits, BodyMemory.ofHeap());
        }

        LimitedServer(RequestBody.Limits limits, BodyMemory memory) throws Exception {
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            Router router = new Router(List.of(new Answers()));
            server.setHandler(
                    new RequestHandler(request -> router, new OriginCheck(Set.of()), limits, READ_SOON, memory));
            server.start();
        }

        void closeIdleConnectionsAfter(Duration most) {
            new IdleConnections(connector, most).start();
        }

        int port() {
            return connector.getLocalPort();
        }

        int connections() {
            return connector.getConnectedEndPoints().size();
        }

        /** Apart from the acceptor's and the selector's. */
        int busyThreads() {
            return threads.getUtilizedThreads();
        }

        @Override
        public void close() throws Exception {
            server.stop();
        }
    }

    private static final class Answers implements Endpoint {

        @Override
        public boolean serves(String method, String path) {
            return true;
        }

        @Override
        public HttpResponse handle(HttpRequest request) {
            return HttpResponse.json(request.method().equals("GET") ? new byte[20 << 20] : new byte[2]);
        }
    }
}
