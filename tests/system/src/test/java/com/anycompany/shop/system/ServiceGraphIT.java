package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All that was traced since the shop opened, put together: the picture in ARCHITECTURE.md, and nothing besides. */
@ExtendWith(OpenShop.class)
class ServiceGraphIT {

    static final String PICTURE = """
            Carts [AWS::DynamoDB::Table]
            Orders [AWS::DynamoDB::Table]
            Payments [AWS::DynamoDB::Table]
            ProductCatalog [AWS::DynamoDB::Table]
            Recommendations [AWS::DynamoDB::Table]
            cartservice -> Carts [AWS::DynamoDB::Table], catalogservice
            catalogservice -> ProductCatalog [AWS::DynamoDB::Table]
            frontend -> cartservice, catalogservice, orderservice, recommendationservice
            frontend [client] -> frontend
            orderservice -> Orders [AWS::DynamoDB::Table], cartservice, catalogservice, paymentservice, recommendationservice
            paymentservice -> Payments [AWS::DynamoDB::Table]
            recommendationservice -> Recommendations [AWS::DynamoDB::Table], catalogservice""";

    @Test
    void wholeJourney_givesExactlyThePicture(Shop shop) throws IOException {
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
                        .isEqualTo(PICTURE));
    }
}
