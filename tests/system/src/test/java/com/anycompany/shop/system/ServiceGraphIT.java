package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The service graph of everything that was traced since the shop opened is exactly the expected one. */
@ExtendWith(OpenShop.class)
class ServiceGraphIT {

    @Test
    void wholeJourney_givesExactlyTheExpectedGraph(Shop shop) throws IOException {
        Journey journey = new Journey(shop);
        Answer home = journey.home();
        Answer category = journey.category(home);
        assertThat(journey.search(home, "lamp").status()).isEqualTo(200);
        journey.addToCart(journey.product(category), 1);
        journey.changeQuantity(journey.cart(), 3);
        Answer order = journey.placeOrder(journey.checkout(), Journey.ACCEPTED_CARD);
        assertThat(journey.open(order.location()).status()).isEqualTo(200);
        assertThat(journey.open("/orders").status()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(15))
                .during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(
                                shop.traces().graph(shop.opened(), Instant.now().plusSeconds(1)))
                        .isEqualTo(ServiceGraph.expected().text()));
    }
}
