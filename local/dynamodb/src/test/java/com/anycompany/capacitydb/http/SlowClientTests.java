package com.anycompany.capacitydb.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.operation.Answer;
import com.anycompany.capacitydb.operation.Operation;
import com.anycompany.capacitydb.operation.Operations;
import com.anycompany.capacitydb.shape.Structure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that send or read slowly, or never to the end, and clients of other sites. */
@Timeout(60)
class SlowClientTests {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final int LARGE = 30_000_000;
    private static final String COMPLETE =
            "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: DynamoDB_20120810.Echo\r\nContent-Length: 2\r\n\r\n{}";
    private static final String BEGUN_BODY = "POST / HTTP/1.1\r\n"
            + "Host: localhost\r\n"
            + "X-Amz-Target: DynamoDB_20120810.Echo\r\n"
            + "Content-Length: 1000\r\n\r\n"
            + "{";
    private static final String BEGUN_HEADER = "POST / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";

    /** Answers with little or, asked for it, more than the operating system takes at once. */
    private static final class Echo implements Operation {

        @Override
        public Structure input() {
            return new Structure("EchoInput");
        }

        @Override
        public Answer perform(JsonObject request) {
            String text = "x".repeat(request.has("Large") ? LARGE : 1);
            return json -> json.name("Text").string(text);
        }
    }

    private final List<Socket> sockets = new ArrayList<>();
    private HttpEndpoint endpoint;

    private void start(HttpLimits limits) throws Exception {
        endpoint = HttpEndpoint.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), limits);
        endpoint.start(new Operations(List.of(new Echo())), Set.of());
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        endpoint.close();
    }

    private Socket send(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
        sockets.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The beginning of the answer; empty if the connection was closed instead. */
    private static String answer(Socket socket) throws IOException {
        try {
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.US_ASCII);
        } catch (SocketException e) {
            return "";
        }
    }

    @Test
    void sixtyBodiesThatDrip_dontKeepOthersFromAnswers() throws Exception {
        start(HttpLimits.DEFAULT);
        for (int i = 0; i < 60; i++) {
            send(BEGUN_BODY);
            send(BEGUN_HEADER);
        }
        for (Socket socket : sockets) {
            socket.getOutputStream().write('x');
        }

        assertThat(answer(send(COMPLETE))).isEqualTo("HTTP/1.1 200");
    }

    @Test
    void bodyThatDrips_isGivenUp() throws Exception {
        start(new HttpLimits(100, 100, LONG, SHORT, LONG));
        Socket slow = send(BEGUN_BODY);
        drip(slow);

        assertThat(answer(slow)).isEqualTo("HTTP/1.1 408");
    }

    @Test
    void headerThatDrips_isGivenUp() throws Exception {
        start(new HttpLimits(100, 100, SHORT, LONG, LONG));
        Socket slow = send(BEGUN_HEADER);
        drip(slow);

        Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> isClosed(slow));
        assertThat(answer(send(COMPLETE))).isEqualTo("HTTP/1.1 200");
    }

    @Test
    void connectionThatIsKept_isNotTakenForASlowHeader() throws Exception {
        start(new HttpLimits(100, 100, SHORT, LONG, LONG));
        Socket kept = send(COMPLETE);
        assertThat(answer(kept)).isEqualTo("HTTP/1.1 200");
        // A header that is given up shows that the time has passed.
        Socket slow = send(BEGUN_HEADER);
        Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> isClosed(slow));

        kept.getOutputStream().write(COMPLETE.getBytes(StandardCharsets.US_ASCII));
        kept.getInputStream().skipNBytes(kept.getInputStream().available());
        assertThat(isClosed(kept)).isFalse();
    }

    @Test
    void responseThatIsNotRead_isGivenUp() throws Exception {
        start(new HttpLimits(100, 100, LONG, LONG, SHORT));
        Socket slow = send(COMPLETE.replace("Length: 2", "Length: 11").replace("{}", "{\"Large\":1}"));
        slow.getInputStream().readNBytes(1000);

        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(endpoint.connections()).isZero());
    }

    @Test
    void crowd_ofClientsThatSendNothing_isThinnedOut() throws Exception {
        start(new HttpLimits(40, 20, LONG, LONG, LONG));
        for (int i = 0; i < 40; i++) {
            send(BEGUN_BODY);
        }

        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(answer(send(COMPLETE))).isEqualTo("HTTP/1.1 200"));
    }

    @Test
    void otherHostsAndOrigins_areRefused() throws Exception {
        start(HttpLimits.DEFAULT);

        assertThat(answer(send(COMPLETE.replace("Host: localhost", "Host: rebound.example"))))
                .isEqualTo("HTTP/1.1 403");
        assertThat(answer(send(COMPLETE.replace("Host: localhost", "Host: localhost.rebound.example"))))
                .isEqualTo("HTTP/1.1 403");
        assertThat(answer(
                        send(COMPLETE.replace("Host: localhost", "Host: localhost\r\nOrigin: http://rebound.example"))))
                .isEqualTo("HTTP/1.1 403");
        assertThat(answer(send(COMPLETE.replace("Host: localhost", "Host: localhost\r\nOrigin: null"))))
                .isEqualTo("HTTP/1.1 403");
        assertThat(answer(send(COMPLETE.replace("Host: localhost", "Host: 127.0.0.1:8000"))))
                .isEqualTo("HTTP/1.1 200");
    }

    /** Sends a byte now and then until the server has had enough. */
    private static void drip(Socket socket) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    socket.getOutputStream().write('x');
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            } catch (IOException | InterruptedException e) {
                // The server closed the connection, or the test is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean isClosed(Socket socket) throws IOException {
        socket.setSoTimeout(50);
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }
}
