package com.anycompany.xray.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
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
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new RequestHandler(new Router(List.of()), new OriginCheck(Set.of()), Duration.ofMillis(200)));
        server.start();
        try (Socket socket = begin(connector.getLocalPort(), BEGUN)) {
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 408")
                    .contains("didn't arrive");
        } finally {
            server.stop();
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

    private static Socket begin(int port, String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
