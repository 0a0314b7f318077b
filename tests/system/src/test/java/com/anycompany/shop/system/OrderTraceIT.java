package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an order looks like to somebody who only sees its trace; the expected trees lie beside this class. */
@ExtendWith(OpenShop.class)
class OrderTraceIT {

    @Test
    void confirmedOrder_isOneWholeTraceThroughAllServices(Shop shop) throws IOException {
        Journey journey = new Journey(shop);

        Answer order = journey.placeOrder(journey.toCheckout(), Journey.ACCEPTED_CARD);

        assertThat(order.status()).isEqualTo(303);
        assertThat(order.location()).contains("/orders/");
        assertTree(shop, order, "confirmed-order.txt");
    }

    @Test
    void declinedCard_isAnErrorFromThePaymentUpToTheStorefront(Shop shop) throws IOException {
        Journey journey = new Journey(shop);

        Answer declined = journey.placeOrder(journey.toCheckout(), Journey.DECLINED_CARD);

        assertThat(declined.status()).isEqualTo(402);
        assertTree(shop, declined, "declined-order.txt");
    }

    @Test
    void unknownProduct_isAnErrorFromTheCatalogUpToTheStorefront(Shop shop) throws IOException {
        Journey journey = new Journey(shop);
        journey.home();

        Answer missing = journey.open("/products/0000000000000");

        assertThat(missing.status()).isEqualTo(404);
        assertTree(shop, missing, "unknown-product.txt");
    }

    /** From the second time on: recommendationservice has learned the product's category then (ADR 059). */
    @Test
    void productPage_asksForItsPartsInOneTrace(Shop shop) throws IOException {
        Journey journey = new Journey(shop);
        Answer home = journey.home();
        journey.product(home);

        Answer product = journey.product(home);

        assertThat(product.status()).isEqualTo(200);
        assertTree(shop, product, "product-page.txt");
    }

    /** Waits until all of it has arrived, and a little longer for what shouldn't. */
    private static void assertTree(Shop shop, Answer answer, String expected) throws IOException {
        String tree = read(expected);
        await().atMost(Duration.ofSeconds(15))
                .during(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertThat(shop.traces().tree(answer.traceId())).isEqualTo(tree));
    }

    /** An expected tree. */
    static String read(String name) throws IOException {
        try (var text = OrderTraceIT.class.getResourceAsStream(name)) {
            assertThat(text).as(name).isNotNull();
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
