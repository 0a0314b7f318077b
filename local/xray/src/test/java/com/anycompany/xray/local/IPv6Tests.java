package com.anycompany.xray.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.anycompany.xray.local.json.Json;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segments and requests over IPv6, as they come on a cluster that has nothing else. */
class IPv6Tests {

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void machineHasIPv6() throws IOException {
        assumeTrue(NetworkInterface.getByInetAddress(InetAddress.getByName("::1")) != null, "no IPv6 on this machine");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 127.0.0.1, ::1",
        "0.0.0.0, 127.0.0.1, ::1",
        "[::], 127.0.0.1, ::1",
        "[::1], ::1, ::1",
        "::1, ::1, ::1"
    })
    void segmentsAndRequests_comeOverEitherProtocol(String bind, String first, String second) throws Exception {
        try (XRayLocalProcess server = XRayLocalProcess.start(List.of(), "--bind", bind)) {
            int sent = 0;
            for (String address : List.of(first, second)) {
                String id = "1-5759e988-bd862e3fe1be46a99427279" + sent++;
                send(address, server.port(), id);
                await().untilAsserted(() ->
                        assertThat(traces(address, server.port(), id)).hasSize(1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"[::1], UDP and TCP [::1]:", "localhost, UDP and TCP 127.0.0.1:"})
    void announcedAddress_hasIPv6InBrackets(String bind, String announced) throws IOException {
        try (XRayLocalProcess server = XRayLocalProcess.start(List.of(), "--bind", bind)) {
            assertThat(server.announced()).contains(announced + server.port(), "console http://localhost:");
        }
    }

    private static void send(String address, int port, String trace) throws IOException {
        byte[] segment = ("{\"format\": \"json\", \"version\": 1}\n"
                        + Doc.segment("six").trace(trace).json())
                .getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(segment, segment.length, InetAddress.getByName(address), port));
        }
    }

    private List<?> traces(String address, int port, String trace) throws IOException, InterruptedException {
        String host = address.contains(":") ? "[" + address + "]" : address;
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/Traces"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(Map.of("TraceIds", List.of(trace)))))
                .build();
        byte[] answer =
                http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        return (List<?>) ((Map<?, ?>) Json.read(answer)).get("Traces");
    }
}
