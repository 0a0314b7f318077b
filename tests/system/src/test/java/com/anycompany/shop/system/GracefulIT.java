package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that are asked to end (SIGTERM) while they work: what they have begun they finish, and tell. */
@ExtendWith(OpenShop.class)
@Order(OpenShop.LATE + 2)
class GracefulIT {

    @BeforeEach
    void everythingIsWell(Shop shop) {
        shop.awaitRecovery();
    }

    @ParameterizedTest
    @ValueSource(strings = {"frontend", "orderservice", "paymentservice"})
    void orderUnderWay_isAnswered_andItsTraceIsWhole(String service, Shop shop) throws Exception {
        Journey journey = new Journey(shop);
        Answer checkout = journey.toCheckout();
        int before = DynamoDb.of(shop).paymentsBeingMade();
        CompletableFuture<Answer> order = CompletableFuture.supplyAsync(() -> {
            try {
                return journey.placeOrder(checkout, Journey.SILENT_CARD);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> DynamoDb.of(shop).paymentsBeingMade() > before);
        ProcessHandle ending = shop.process(service);

        shop.signal(service, "TERM");

        assertThat(order.get().status()).isIn(303, 202);
        ProcessEnd.awaited(ending);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(shop.traces().tree(order.get().traceId()))
                    .contains("frontend: POST /checkout", "orderservice: POST /api/v1/orders", "paymentservice: POST")
                    .doesNotContain("ORPHAN");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "frontend, /cart",
        "catalogservice, /api/v1/products?size=5",
        "cartservice, /api/v1/carts/graceful",
        "orderservice, /api/v1/orders?shopper=graceful",
        "recommendationservice, /api/v1/recommendations/2001492513595"
    })
    void serviceUnderLoad_failsNoRequestThatItAccepted_andLosesNoSegment(String service, String path, Shop shop)
            throws Exception {
        String url = shop.ports().url(service) + path;
        List<String> answered = new CopyOnWriteArrayList<>();
        List<String> failed = new CopyOnWriteArrayList<>();
        AtomicBoolean gone = new AtomicBoolean();
        List<CompletableFuture<Void>> clients = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    while (!gone.get()) {
                        ask(url, answered, failed, gone);
                    }
                }))
                .toList();
        await().until(() -> answered.size() > 50);
        ProcessHandle ending = shop.process(service);

        shop.signal(service, "TERM");

        ProcessEnd.awaited(ending);
        gone.set(true);
        clients.forEach(CompletableFuture::join);
        assertThat(failed).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(answered)
                        .allSatisfy(
                                trace -> assertThat(shop.traces().tree(trace)).startsWith(service + ": GET")));
    }

    /** What was sent before X-Ray Local was asked to end is there when it is back. */
    @Test
    void xrayLocal_storesTheLastDatagrams(Shop shop) throws Exception {
        List<String> sent = new ArrayList<>();
        ProcessHandle ending = shop.process("xray");
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int i = 0; i < 300; i++) {
                sent.add(send(socket, shop.ports().of("xray")));
            }
        }

        shop.signal("xray", "TERM");

        ProcessEnd.awaited(ending);
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(sent)
                        .allSatisfy(
                                trace -> assertThat(shop.traces().tree(trace)).startsWith("last words")));
    }

    private static String send(DatagramSocket socket, int port) throws IOException {
        double now = System.currentTimeMillis() / 1000.0;
        String id = UUID.randomUUID().toString().replace("-", "");
        String trace = "1-%08x-%s".formatted((long) now, id.substring(0, 24));
        byte[] datagram = """
                {"format":"json","version":1}
                {"name":"last words","id":"%s","trace_id":"%s","start_time":%.3f,"end_time":%.3f}""".formatted(id.substring(0, 16), trace, now, now).getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(datagram, datagram.length, InetAddress.getLoopbackAddress(), port));
        return trace;
    }

    /** On a connection of its own each time. One that was never accepted, or closed before any answer, isn't a failure. */
    private static void ask(String url, List<String> answered, List<String> failed, AtomicBoolean gone) {
        try {
            HttpURLConnection request =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            request.setRequestProperty("Connection", "close");
            request.setConnectTimeout(2_000);
            request.setReadTimeout(10_000);
            int status = request.getResponseCode();
            byte[] body = status < 400 ? request.getInputStream().readAllBytes() : new byte[0];
            if (status == 200) {
                answered.add(Answer.root(String.valueOf(request.getHeaderField("X-Amzn-Trace-Id"))));
            } else {
                failed.add(status + " with " + body.length + " bytes");
            }
        } catch (SocketException notAccepted) {
            gone.set(true);
        } catch (IOException e) {
            failed.add(e.toString());
        }
    }
}
