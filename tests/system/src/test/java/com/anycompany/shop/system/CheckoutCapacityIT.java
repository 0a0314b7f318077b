package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Buyers press "Place order" all at once while a table behind it is short of capacity: first Payments, then Orders. What
 * became of all their orders is waited for only once.
 */
@ExtendWith(OpenShop.class)
@Order(OpenShop.LATE)
class CheckoutCapacityIT {

    private static final int BUYERS = 4;
    private static final int MOST_ROUNDS = 6;

    private static final Duration UNTIL_SETTLED = Duration.ofSeconds(120);

    @Test
    void tablesWithOneUnit_costNobodyTheirCartOrTheirMoneyTwice(Shop shop) throws Exception {
        List<Purchase> paying = order(shop, "Payments", 1);
        List<Purchase> ordering = order(shop, "Orders", MOST_ROUNDS);

        assertThat(ordering).as("shoppers who were asked to wait").anyMatch(Purchase::isAskedToWait);
        for (Purchase purchase : concat(paying, ordering)) {
            purchase.assertThatItEndsWell();
        }
        Script.Result audit = shop.script().run("audit");
        assertThat(audit.exitCode()).as(audit.output()).isZero();
    }

    /**
     * What buyers got during a shortage. Retries carry the first ones through on a fast machine, so there are more of them
     * until somebody is asked to wait.
     */
    private static List<Purchase> order(Shop shop, String table, int mostRounds) throws Exception {
        List<Purchase> purchases = new ArrayList<>();
        Instant before = Instant.now();
        try (Shortage shortage = Shortage.of(shop, table)) {
            for (int round = 0; round < mostRounds && purchases.stream().noneMatch(Purchase::isAskedToWait); round++) {
                purchases.addAll(orderAtOnce(shop));
            }
        }
        assertThat(purchases).allSatisfy(Purchase::assertThatItIsToldInPlainWords);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(shop.traces()
                                .throttled(table, before, Instant.now().plusSeconds(1)))
                        .as("throttled calls on the node %s", table)
                        .isPositive());
        return purchases;
    }

    private static List<Purchase> orderAtOnce(Shop shop) throws Exception {
        List<Journey> buyers = new ArrayList<>();
        List<Answer> forms = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            Journey buyer = new Journey(shop);
            buyers.add(buyer);
            forms.add(buyer.toCheckout());
        }
        ExecutorService people = Executors.newFixedThreadPool(BUYERS);
        try {
            List<Future<Purchase>> pressed = new ArrayList<>();
            for (int i = 0; i < BUYERS; i++) {
                Journey buyer = buyers.get(i);
                Answer form = forms.get(i);
                pressed.add(people.submit(() -> Purchase.of(buyer, form)));
            }
            List<Purchase> purchases = new ArrayList<>();
            for (Future<Purchase> purchase : pressed) {
                purchases.add(purchase.get());
            }
            return purchases;
        } finally {
            people.shutdownNow();
        }
    }

    private static List<Purchase> concat(List<Purchase> some, List<Purchase> others) {
        List<Purchase> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** What a buyer of two pieces got for the order form, and how long they waited. */
    private record Purchase(Journey buyer, Answer answer, Duration took) {

        static Purchase of(Journey buyer, Answer form) throws IOException {
            long begun = System.nanoTime();
            Answer answer = buyer.placeOrder(form, Journey.ACCEPTED_CARD);
            return new Purchase(buyer, answer, Duration.ofNanos(System.nanoTime() - begun));
        }

        boolean isAskedToWait() {
            return answer.status() != 303;
        }

        void assertThatItIsToldInPlainWords() {
            assertThat(took).as("trace %s", answer.traceId()).isLessThan(PageTimeout.LIMIT);
            assertThat(answer.status()).isIn(202, 303, 503);
            if (isAskedToWait()) {
                assertThat(answer.page().text())
                        .containsIgnoringCase("your cart is kept")
                        .doesNotContain("Exception", "DynamoDB");
            }
        }

        void assertThatItEndsWell() throws IOException {
            String end = end();
            if (end.equals("CONFIRMED")) {
                await().atMost(UNTIL_SETTLED)
                        .untilAsserted(() -> assertThat(pieces()).isEmpty());
            } else {
                assertThat(pieces()).as("the cart after %s", end).containsExactly("2");
                await().atMost(UNTIL_SETTLED)
                        .untilAsserted(
                                () -> assertThat(of(buyer, buyer.checkout()).end())
                                        .as("the end of another try, after %s", end)
                                        .isEqualTo("CONFIRMED"));
            }
            assertThat(buyer.open("/orders").page().text().split("Confirmed", -1))
                    .as("confirmed orders of one buyer")
                    .hasSize(2);
        }

        /** Does what the page does by itself: looks again, until it is certain whether there is an order. */
        private String end() throws IOException {
            AtomicReference<String> address = new AtomicReference<>(
                    answer.status() == 303
                            ? answer.location()
                            : answer.page()
                                    .expectFirst("main a[href^=/checkout/placing]")
                                    .attr("href"));
            return await().atMost(UNTIL_SETTLED)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> look(address), List.of("CONFIRMED", "CANCELLED", "NOT_PLACED")::contains);
        }

        private String look(AtomicReference<String> address) throws IOException {
            Answer look = buyer.open(address.get());
            if (!look.page().select(Journey.WITHDRAWAL).isEmpty()) {
                look = buyer.withdraw(look);
            }
            if (look.status() == 303) {
                address.set(look.location());
            }
            return address.get().equals("/checkout")
                    ? "NOT_PLACED"
                    : look.page().select("main [data-status]").attr("data-status");
        }

        private List<String> pieces() throws IOException {
            return buyer.cart().page().select("main input[name=quantity]").eachAttr("value");
        }
    }
}
