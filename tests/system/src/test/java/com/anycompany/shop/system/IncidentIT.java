package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One incident of each kind: what the shopper sees, how soon, and that the trace names the service that failed where it
 * was called.
 */
@ExtendWith(OpenShop.class)
@Order(OpenShop.LATE + 1)
class IncidentIT {

    static Stream<String> servicesBehindTheFrontend() {
        return Visit.STATUS_WITHOUT.keySet().stream().sorted();
    }

    @BeforeEach
    void everythingIsWell(Shop shop) {
        shop.awaitRecovery();
    }

    @ParameterizedTest
    @MethodSource("servicesBehindTheFrontend")
    void killedService_isAFaultWithItsCauseWhereItWasCalled(String service, Shop shop) throws IOException {
        Visit visit = Visit.with(shop, service);
        Instant before = Instant.now();
        shop.kill(service);

        Answer answer = visit.needs(service);

        assertThat(answer.status()).isIn(Visit.STATUS_WITHOUT.get(service), 202);
        assertFailedCall(shop, answer, service, "(ConnectException|EOFException|IOException|ClosedChannelException)");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(shop.traces().faults(service, before, Instant.now()))
                        .as("the node %s is red", service)
                        .isPositive());
    }

    @ParameterizedTest
    @MethodSource("servicesBehindTheFrontend")
    void hangingService_delaysNoPageBeyondTwoSeconds_andIsATimeOutInTheTrace(String service, Shop shop)
            throws IOException {
        Visit visit = Visit.with(shop, service);
        shop.signal(service, "STOP");
        try {
            long start = System.nanoTime();
            Answer answer = visit.needs(service);
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(took).as("%s without %s", answer.page().title(), service).isLessThan(PageTimeout.LIMIT);
            assertThat(answer.status()).isIn(Visit.STATUS_WITHOUT.get(service), 202);
            assertFailedCall(shop, answer, service, "HttpTimeoutException");
        } finally {
            shop.signal(service, "CONT");
        }
        if (service.equals("orderservice") || service.equals("paymentservice")) {
            visit.awaitOutcome();
        }
    }

    /** The process takes the page's segment along; those that it called remain, and hang on nothing. */
    @Test
    void killedFrontend_losesThePage_butNotTheOrder(Shop shop) throws Exception {
        Visit visit = Visit.with(shop, "orderservice");
        Instant before = Instant.now();
        int paying = DynamoDb.of(shop).paymentsBeingMade();
        CompletableFuture<Answer> order = CompletableFuture.supplyAsync(() -> {
            try {
                return visit.journey().placeOrder(visit.page(), Journey.SILENT_CARD);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> DynamoDb.of(shop).paymentsBeingMade() > paying);

        shop.kill("frontend");

        assertThatThrownBy(order::get).hasRootCauseInstanceOf(IOException.class);
        shop.awaitRecovery();
        visit.awaitOutcome();
        assertThat(visit.journey().open("/orders").page().select("main a[href^=/orders/]"))
                .hasSize(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(shop.traces().trees(before, Instant.now()))
                        .anySatisfy(tree -> assertThat(tree)
                                .startsWith("ORPHAN orderservice: POST /api/v1/orders")
                                .doesNotContain("frontend:")));
        assertThat(Events.of(shop).since(before)).anyMatch(event -> event.startsWith("down: frontend is down"));
    }

    private static void assertFailedCall(Shop shop, Answer answer, String service, String cause) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(shop.traces().tree(answer.traceId()))
                        .containsPattern("\\n +" + service + " remote: [^\\n]*FAULT !" + cause));
    }

    /** A shopper at the point where they need a certain service; payments are needed behind an order. */
    private record Visit(Journey journey, Answer page) {

        /** What the shopper gets without a service. */
        static final Map<String, Integer> STATUS_WITHOUT = Map.of(
                "recommendationservice", 200,
                "paymentservice", 303,
                "orderservice", 503,
                "cartservice", 503,
                "catalogservice", 200);

        static Visit with(Shop shop, String service) throws IOException {
            Journey journey = new Journey(shop);
            return new Visit(
                    journey,
                    service.equals("paymentservice") || service.equals("orderservice")
                            ? journey.toCheckout()
                            : journey.home());
        }

        Answer needs(String service) throws IOException {
            return switch (service) {
                case "recommendationservice" -> journey.product(page);
                case "cartservice" -> journey.cart();
                case "catalogservice" -> journey.home();
                default -> journey.placeOrder(page, Journey.ACCEPTED_CARD);
            };
        }

        /** Until the truth is known: an order that is settled, or none at all. */
        void awaitOutcome() {
            await().atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(journey.placeOrder(page, Journey.ACCEPTED_CARD)
                                    .status())
                            .isIn(303, 409, 410));
            await().atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(journey.open("/orders").page().text()).doesNotContain("Checking payment"));
        }
    }
}
