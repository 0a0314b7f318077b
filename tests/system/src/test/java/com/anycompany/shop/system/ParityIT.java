package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One journey, traced by the X-Ray SDK, by OpenTelemetry and by both: X-Ray tells the same of it, as {@code ./shop parity}
 * finds. What can't be the same stands in docs/opentelemetry.md.
 */
@Order(OpenShop.LATE)
@ExtendWith(OpenShop.class)
class ParityIT {

    /** The options of {@code ./shop up}, by what they are called in a failure. */
    private static final Map<String, List<String>> TRACED = new LinkedHashMap<>();

    static {
        TRACED.put("otel", List.of("--tracing", "otel"));
        TRACED.put("mixed", List.of("--tracing", "mixed"));
        TRACED.put("the storefront and payments", List.of("--otel", "frontend,paymentservice"));
        TRACED.put("orders and recommendations", List.of("--otel", "orderservice,recommendationservice"));
    }

    @AfterEach
    void startAgain(Shop shop) throws Exception {
        shop.restart();
    }

    @Test
    void journey_looksTheSameWhateverTracesIt(Shop shop) throws Exception {
        shop.restart();
        String traces = travel(shop);
        Map<String, String> differences = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> traced : TRACED.entrySet()) {
            shop.restart(traced.getValue().toArray(String[]::new));
            Script.Result compared = shop.script().run("parity", traces, travel(shop));
            if (compared.exitCode() != 0) {
                differences.put(traced.getKey(), compared.output());
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Browses, searches, buys, is declined, looks for what isn't there, and for what a dead service would know. */
    private static String travel(Shop shop) throws IOException, InterruptedException {
        List<Answer> answers = new ArrayList<>();
        Journey journey = new Journey(shop);
        Answer home = journey.home();
        answers.add(home);
        answers.add(journey.search(home, "lamp"));
        Answer product = journey.product(home);
        answers.add(product);
        answers.add(journey.addToCart(product, 2));
        Answer checkout = journey.checkout();
        answers.add(checkout);
        answers.add(journey.placeOrder(checkout, Journey.ACCEPTED_CARD));
        answers.add(journey.placeOrder(journey.toCheckout(), Journey.DECLINED_CARD));
        answers.add(journey.open("/products/0000000000000"));
        shop.kill("recommendationservice");
        answers.add(journey.product(home));
        shop.awaitRecovery();
        List<String> ids = answers.stream().map(Answer::traceId).toList();
        ids.forEach(id -> await().atMost(Duration.ofSeconds(15))
                .during(Duration.ofSeconds(1))
                .until(() -> shop.traces().tree(id), tree -> !tree.isEmpty() && !tree.contains("ORPHAN")));
        return String.join(",", ids);
    }
}
