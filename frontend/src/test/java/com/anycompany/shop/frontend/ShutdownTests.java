package com.anycompany.shop.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A storefront that is stopped while it renders a page. */
class ShutdownTests {

    private static final String SPEAKER = WholeStorefront.SPEAKER;

    @Test
    void pageUnderWay_isFinished_withTheCallsThatItStillNeeds() throws Exception {
        try (FakeNeighbours neighbours = new FakeNeighbours();
                ConfigurableApplicationContext storefront = start(neighbours)) {
            int port = Integer.parseInt(storefront.getEnvironment().getProperty("local.server.port", "0"));
            Browser browser = new Browser(port);
            browser.submit(browser.open("/products/" + SPEAKER), "form.buy", Map.of("quantity", "2"));
            neighbours.recover();
            CountDownLatch gate = new CountDownLatch(1);
            neighbours.carts.answersWhen(gate);

            CompletableFuture<Browser.Page> page = CompletableFuture.supplyAsync(() -> browser.open("/cart"));
            await().until(() -> !neighbours.carts.calls().isEmpty());
            CompletableFuture<Void> closing = CompletableFuture.runAsync(storefront::close);
            await().until(() -> !accepts(port));
            gate.countDown();

            assertThat(page.get().status()).isEqualTo(200);
            assertThat(page.get().textOf(".line")).contains("Barrel Portable Speaker");
            closing.get();
        }
    }

    @Test
    void persistentConnection_isDrainedBeforeTheServerStops() throws Exception {
        try (FakeNeighbours neighbours = new FakeNeighbours();
                ConfigurableApplicationContext storefront = start(neighbours, "--shop.draining=2s")) {
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest page = HttpRequest.newBuilder(URI.create(
                            "http://localhost:" + storefront.getEnvironment().getProperty("local.server.port")))
                    .build();
            List<Integer> statuses = new ArrayList<>();
            Callable<Boolean> isLetGo = () -> {
                HttpResponse<String> answer = client.send(page, BodyHandlers.ofString());
                statuses.add(answer.statusCode());
                return answer.headers().firstValue("Connection").equals(Optional.of("close"));
            };
            assertThat(isLetGo.call()).isFalse();

            CompletableFuture<Void> closing = CompletableFuture.runAsync(storefront::close);
            await().until(isLetGo);

            assertThat(closing).isNotDone();
            assertThat(statuses).containsOnly(200);
            closing.get();
        }
    }

    private static ConfigurableApplicationContext start(FakeNeighbours neighbours, String... more) {
        return new SpringApplicationBuilder(Frontend.class)
                .properties(neighbours.endpoints())
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--shop.page-budget=20s",
                                        "--spring.http.clients.read-timeout=20s",
                                        "--xray.enabled=false"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
