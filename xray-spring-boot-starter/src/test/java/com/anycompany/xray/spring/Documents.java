package com.anycompany.xray.spring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** Stands in for the X-Ray daemon: keeps every document that arrives by UDP. */
final class Documents implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final List<JsonNode> documents = new CopyOnWriteArrayList<>();
    private final DatagramSocket socket;

    Documents() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setReceiveBufferSize(4 << 20);
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread receiver = new Thread(this::receive, "documents");
        receiver.setDaemon(true);
        receiver.start();
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    List<JsonNode> all() {
        return List.copyOf(documents);
    }

    /** The segment of the request that was answered with this trace id. */
    JsonNode segment(String traceId) {
        return await(document -> isSegment(document) && hasTrace(document, traceId));
    }

    /** The documents of a trace, once {@code complete} says so. */
    List<JsonNode> trace(String traceId, Predicate<List<JsonNode>> complete) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> of(traceId), complete);
    }

    JsonNode await(Predicate<JsonNode> wanted) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> documents.stream().filter(wanted).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    List<JsonNode> of(String traceId) {
        return documents.stream().filter(d -> hasTrace(d, traceId)).toList();
    }

    static boolean isSegment(JsonNode document) {
        return !document.has("type");
    }

    static List<JsonNode> subsegments(JsonNode document) {
        return StreamSupport.stream(document.path("subsegments").spliterator(), false)
                .toList();
    }

    private static boolean hasTrace(JsonNode document, String traceId) {
        return document.path("trace_id").asText().equals(traceId);
    }

    private void receive() {
        byte[] buffer = new byte[1 << 16];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                String datagram = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                documents.add(json.readTree(datagram.substring(datagram.indexOf('\n') + 1)));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
