package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reader of all traces and all logs of the shop can't become one of its shoppers. */
@ExtendWith(OpenShop.class)
class ImpersonationIT {

    /** A secret has 52 characters; what is shorter than this isn't worth a try. */
    private static final int SHORTEST = 16;

    @Test
    void nothingInTracesAndLogs_opensTheShoppersOrder(Shop shop) throws IOException {
        Instant before = Instant.now().minusSeconds(1);
        Set<String> earlier = wordsIn(shop.logs());
        HttpShopper shopper = new HttpShopper(shop.url());
        Journey journey = new Journey(shopper);
        Answer placed = journey.placeOrder(journey.toCheckout(), Journey.ACCEPTED_CARD);
        String order = placed.location().replaceAll("https?://[^/]+", "");
        assertThat(journey.open(order).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(shop.traces().tree(placed.traceId()))
                        .contains("frontend:", "orderservice:", "paymentservice:", "recommendationservice:"));

        Set<String> found =
                wordsIn(shop.traces().documents(before, Instant.now().plusSeconds(1)) + shop.logs());
        found.removeAll(earlier);

        assertThat(found).as("what was collected").contains(order.replaceAll(".*/", ""));
        assertThat(shopper.cookie("shopper").split("~"))
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(found).doesNotContain(secret));
        for (String word : found) {
            assertThat(new HttpShopper(shop.url())
                            .openWithCookie(order, "shopper", word)
                            .status())
                    .as("the order's page with the cookie %s", word)
                    .isEqualTo(404);
        }
    }

    private static Set<String> wordsIn(String text) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(text.split("[^A-Za-z0-9._~-]+")));
        words.removeIf(word -> word.length() < SHORTEST);
        return words;
    }
}
