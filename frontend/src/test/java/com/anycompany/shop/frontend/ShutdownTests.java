package com.anycompany.shop.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A storefront that is told to end while it makes a page. */
class ShutdownTests {

    private static final String SPEAKER = WholeStorefront.SPEAKER;

    @Test
    void pageInTheMaking_isFinished_withTheCallsThatItStillNeeds() throws Exception {
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

    private static ConfigurableApplicationContext start(FakeNeighbours neighbours) {
        return new SpringApplicationBuilder(Frontend.class)
                .run(
                        "--server.port=0",
                        "--shop.page-budget=20s",
                        "--spring.http.clients.read-timeout=20s",
                        "--xray.enabled=false",
                        "--CATALOG_ENDPOINT=" + neighbours.catalog.url(),
                        "--CART_ENDPOINT=" + neighbours.carts.url(),
                        "--ORDER_ENDPOINT=" + neighbours.orders.url(),
                        "--RECOMMENDATION_ENDPOINT=" + neighbours.recommendations.url());
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
