package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A shopper mistypes the card's number, corrects it, and has bought once. */
@ExtendWith(OpenShop.class)
class MistypedCardIT {

    private static final String MISTYPED_CARD = "4242424242424241";

    @Test
    void correctedCard_confirmsTheOrder_andTheHistoryTellsBothAttemptsApart(Shop shop) throws IOException {
        Journey first = new Journey(shop);
        first.placeOrder(first.toCheckout(), Journey.ACCEPTED_CARD); // A cold shop may need longer than a page waits.

        Journey journey = new Journey(shop);
        Answer again = journey.placeOrder(journey.toCheckout(), MISTYPED_CARD);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("#problems a").eachAttr("href")).containsExactly("#cardNumber");

        Answer placed = journey.placeOrder(again, Journey.ACCEPTED_CARD);

        assertThat(placed.status()).isEqualTo(303);
        assertThat(journey.open(placed.location())
                        .page()
                        .select("main [data-status]")
                        .attr("data-status"))
                .isEqualTo("CONFIRMED");
        Answer history = journey.open("/orders");
        assertThat(history.page().select(".order-row .state").eachText()).containsExactly("Confirmed", "Declined");
        assertThat(history.page().select(".order-row").get(1).text()).contains("The payment details weren’t valid.");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(journey.cart().page().select("main input[name=quantity]"))
                        .isEmpty());
    }
}
