package com.anycompany.xray.local.ingest;

import static com.anycompany.xray.local.Doc.remote;
import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.TestServer;
import com.anycompany.xray.local.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Ten times more than can be stored. A sender of small documents is hardly faster than the store, so these are large:
 * sending one costs the copying of 50 KB, storing it the reading of 250 subsegments.
 *
 * <p>Six seconds; {@code -Dxray.overload=PT60S} asks for a minute.
 */
class OverloadIT {

    private static final Duration FLOOD = Duration.parse(System.getProperty("xray.overload", "PT6S"));
    private static final int SUBSEGMENTS = 250;
    private static final long STORE_BYTES = 64 << 20;

    @Test
    void flood_isCounted_bounded_andDoesNotSilenceTheApi() {
        try (TestServer server = new TestServer()) {
            CompletableFuture<Long> flood = CompletableFuture.supplyAsync(() -> flood(server.port()));
            int answered = 0;
            while (!flood.isDone()) {
                assertThat(server.get("/local/status").statusCode()).isEqualTo(200);
                assertThat(number(server, "store", "bytes")).isLessThanOrEqualTo(STORE_BYTES);
                answered++;
            }
            assertThat(answered).isPositive();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(number(server, "documents", "stored")
                                    + number(server, "documents", "duplicate")
                                    + number(server, "documents", "rejected")
                                    + number(server, "documents", "dropped"))
                            .isEqualTo(number(server, "documents", "received")));
            long stored = number(server, "documents", "stored");
            assertThat(stored).isPositive();
            assertThat(flood.join()).as("sent").isGreaterThan(10 * stored);
            assertThat(number(server, "documents", "received")).isBetween(stored, flood.join());
            assertThat(number(server, "documents", "rejected")).isZero();
        }
    }

    /** As fast as one thread can; returns how many. */
    private static long flood(int port) {
        Doc[] calls = IntStream.range(0, SUBSEGMENTS)
                .mapToObj(call -> remote("call" + call % 20).put("user", "x".repeat(30)))
                .toArray(Doc[]::new);
        String text = "{\"format\": \"json\", \"version\": 1}\n"
                + segment("front").with(calls).json();
        byte[] datagram = text.getBytes(StandardCharsets.US_ASCII);
        int trace = text.indexOf("\"trace_id\":\"1-") + 23;
        long sent = 0;
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            for (long end = System.nanoTime() + FLOOD.toNanos(); System.nanoTime() < end; sent++) {
                byte[] digits = "%08x".formatted(sent).getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(digits, 0, datagram, trace, digits.length);
                channel.write(ByteBuffer.wrap(datagram));
            }
        } catch (IOException e) {
            throw new IllegalStateException("datagrams can't be sent", e);
        }
        return sent;
    }

    private static long number(TestServer server, String part, String name) {
        Map<?, ?> status =
                (Map<?, ?>) Json.read(server.get("/local/status").body().getBytes(StandardCharsets.UTF_8));
        return ((Number) ((Map<?, ?>) status.get(part)).get(name)).longValue();
    }
}
