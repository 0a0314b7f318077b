package com.anycompany.shop.frontend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** UDP listener that collects segments in place of the X-Ray daemon. */
final class FakeDaemon {

    private final DatagramSocket socket;
    private final List<JsonNode> documents = new CopyOnWriteArrayList<>();

    FakeDaemon() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (SocketException e) {
            throw new IllegalStateException(e);
        }
        Thread receiver = new Thread(this::receive, "fake-daemon");
        receiver.setDaemon(true);
        receiver.start();
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** The storefront's segment of a trace, as soon as it is here. */
    JsonNode segmentOf(String traceId) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> documents.stream()
                                .filter(document ->
                                        document.path("trace_id").asString("").equals(traceId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** All that has been received. */
    List<JsonNode> documents() {
        return List.copyOf(documents);
    }

    void forget() {
        documents.clear();
    }

    private void receive() {
        byte[] buffer = new byte[65_536];
        while (true) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                String datagram = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                documents.add(FakeService.JSON.readTree(datagram.substring(datagram.indexOf('\n') + 1)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
