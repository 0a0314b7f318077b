package com.anycompany.shop.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doCallRealMethod;
import static org.mockito.Mockito.doThrow;

import com.anycompany.service.spring.contract.LocalDynamoDb;
import com.anycompany.service.spring.dynamodb.Attributes;
import com.anycompany.shop.order.Neighbours;
import com.anycompany.shop.order.Neighbours.Fault;
import com.anycompany.shop.order.OrderService;
import com.anycompany.shop.order.Shopper;
import com.anycompany.shop.order.TestClock;
import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.OrderId;
import com.anycompany.shop.order.order.Orders;
import com.anycompany.shop.order.order.PaymentId;
import com.anycompany.shop.order.order.PaymentReference;
import com.anycompany.shop.order.settlement.Settlement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import tools.jackson.databind.JsonNode;

/**
 * Kills one instance of the service after each step of a checkout, and lets another one, on the same table, settle the
 * order. The instance under the test's own context is the mortal one: it never sweeps.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "orders.settlement.every=1h")
@Import(TestClock.InPlace.class)
class SurvivalTests {

    private static final Neighbours neighbours = Neighbours.SHARED;
    private static final String PAY = "POST /api/v1/payments";
    private static final Duration OVERDUE = Duration.ofSeconds(40);

    private static final SdkException THROTTLED = ProvisionedThroughputExceededException.builder()
            .message("throttled")
            .build();

    private static ConfigurableApplicationContext restarted;

    @LocalServerPort
    int mortal;

    @MockitoSpyBean
    Orders orders;

    @MockitoSpyBean
    Submissions submissions;

    @Autowired
    Settlement settlement;

    private final Shopper shopper = new Shopper();

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        LocalDynamoDb.use();
        neighbours.register(properties);
    }

    @BeforeAll
    static void startAnotherInstance() {
        LocalDynamoDb.use();
        String url = neighbours.url();
        restarted = new SpringApplicationBuilder(OrderService.class, TestClock.InPlace.class)
                .run(
                        "--server.port=0",
                        "--orders.settlement.every=100ms",
                        "--CART_ENDPOINT=" + url,
                        "--CATALOG_ENDPOINT=" + url,
                        "--PAYMENT_ENDPOINT=" + url,
                        "--RECOMMENDATION_ENDPOINT=" + url);
    }

    @AfterAll
    static void stopIt() {
        restarted.close();
    }

    @BeforeEach
    void reset() {
        neighbours.reset();
    }

    @Test
    void diedBeforeTheOrderWasWritten_nothingHappened_andARepeatPlacesIt() {
        doThrow(new Died()).when(submissions).place(any(), any(), any(), any());
        shopper.submit(mortal).expectStatus().is5xxServerError();
        assertThat(shopper.history(other())).isEmpty();

        shopper.submit(other()).expectStatus().isCreated();
        assertCapturedOnce();
    }

    @Test
    void diedBeforePaying_isCancelled_andItsShopperSeesPendingMeanwhile() {
        diesAfterPlacing();
        shopper.submit(mortal).expectStatus().is5xxServerError();
        shopper.submit(other()).expectStatus().isEqualTo(202);
        assertThat(status()).isEqualTo("PENDING");

        settles("CANCELLED");
        assertThat(neighbours.payments.get(orderId())).isEqualTo("VOIDED");
        assertThat(neighbours.captures).doesNotContain(orderId());
        assertThat(neighbours.carts.get(shopper.id).items()).isNotEmpty();
        assertThat(shopper.order(other()).get("reason").asString()).isEqualTo("payment-not-completed");
    }

    @Test
    void answerOfThePaymentLostOnce_isAskedForAgain() {
        neighbours.faults.put(PAY, Fault.LOSES_ONE_ANSWER);
        shopper.submit(mortal).expectStatus().isCreated();
        assertCapturedOnce();
    }

    @Test
    void answerOfThePaymentLost_isPending_thenConfirmed() {
        neighbours.faults.put(PAY, Fault.LOSES_ANSWER);
        shopper.submit(mortal).expectStatus().isEqualTo(202);
        assertThat(status()).isEqualTo("PENDING");

        neighbours.reset();
        settles("CONFIRMED");
        assertCapturedOnce();
        assertFollowedUp();
    }

    @Test
    void slowPayment_isPendingWithinFourSeconds_thenConfirmed() {
        neighbours.faults.put(PAY, Fault.ANSWERS_LATE);
        long start = System.nanoTime();
        shopper.submit(mortal).expectStatus().isEqualTo(202);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));

        neighbours.reset();
        settles("CONFIRMED");
        assertCapturedOnce();
    }

    @Test
    void paymentServiceDown_isPendingUntilItIsBack_thenCancelled() {
        neighbours.faults.put(PAY, Fault.LOSES_REQUEST);
        neighbours.faults.put("GET /api/v1/payments", Fault.FAILS);
        shopper.submit(mortal).expectStatus().isEqualTo(202);
        TestClock.SHARED.advance(OVERDUE);
        await().untilAsserted(() -> assertThat(tries()).isPositive());
        assertThat(status()).isEqualTo("PENDING");

        neighbours.reset();
        settles("CANCELLED");
        assertThat(neighbours.payments.get(orderId())).isEqualTo("VOIDED");
        assertThat(neighbours.captures).doesNotContain(orderId());
    }

    @Test
    void processorThatTimedOut_isCancelled_andVoided() {
        shopper.submit(mortal, shopper.submission("4000000000000341"))
                .expectStatus()
                .isEqualTo(202);

        settles("CANCELLED");
        assertThat(neighbours.payments.get(orderId())).isEqualTo("VOIDED");
    }

    @Test
    void diedAfterPaying_isConfirmed() {
        doThrow(new Died()).when(orders).markPaid(any(), any());
        shopper.submit(mortal).expectStatus().is5xxServerError();
        assertThat(status()).isEqualTo("PENDING");

        settles("CONFIRMED");
        assertCapturedOnce();
        assertFollowedUp();
    }

    @Test
    void diedAfterADecline_isDeclined() {
        doThrow(new Died()).when(orders).markDeclined(any(), any(), any());
        shopper.submit(mortal, shopper.submission("4000000000000002"))
                .expectStatus()
                .is5xxServerError();

        settles("DECLINED");
    }

    @Test
    void diedAfterInvalidPaymentDetails_isCancelled_sinceNothingWasPaid() {
        doThrow(new Died()).when(orders).markDeclined(any(), any(), any());
        shopper.submit(mortal, shopper.submission("4242424242424241"))
                .expectStatus()
                .is5xxServerError();
        assertThat(status()).isEqualTo("PENDING");

        settles("CANCELLED");
        assertThat(neighbours.captures).doesNotContain(orderId());
    }

    @Test
    void diedAfterConfirming_theCartIsEmptiedAndTheBasketTold() {
        doAnswer(call -> {
                    call.callRealMethod();
                    throw new Died();
                })
                .when(orders)
                .markPaid(any(), any());
        shopper.submit(mortal).expectStatus().is5xxServerError();
        assertThat(status()).isEqualTo("CONFIRMED");
        assertThat(neighbours.carts.get(shopper.id).items()).isNotEmpty();

        TestClock.SHARED.advance(OVERDUE);
        assertFollowedUp();
    }

    @Test
    void diedBeforeTheFollowUpWasNoted_repeatsIt_andSparesACartFilledAnew() {
        doThrow(new Died()).when(orders).markFollowedUp(any());
        shopper.submit(mortal).expectStatus().isCreated();
        neighbours.carts.put(shopper.id, new Neighbours.FakeCart(5, Map.of("4006381333931", 1)));

        TestClock.SHARED.advance(OVERDUE);
        await().dontCatchUncaughtExceptions()
                .untilAsserted(() -> assertThat(item()).doesNotContainKey("todo"));
        assertThat(neighbours.baskets).contains(orderId());
        assertThat(neighbours.carts.get(shopper.id).items()).hasSize(1);
        assertCapturedOnce();
    }

    @Test
    void neighboursDownAfterConfirming_areMadeUpForLater() {
        neighbours.faults.put("DELETE /api/v1/carts/", Fault.LOSES_REQUEST);
        neighbours.faults.put("POST /api/v1/baskets", Fault.FAILS);
        shopper.submit(mortal).expectStatus().isCreated();
        assertThat(neighbours.carts.get(shopper.id).items()).isNotEmpty();

        neighbours.reset();
        TestClock.SHARED.advance(OVERDUE);
        assertFollowedUp();
    }

    @Test
    void cartThatHangs_delaysNobody() {
        neighbours.faults.put("DELETE /api/v1/carts/", Fault.ANSWERS_LATE);
        long start = System.nanoTime();
        shopper.submit(mortal).expectStatus().isCreated();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_000));

        neighbours.reset();
        TestClock.SHARED.advance(OVERDUE);
        assertFollowedUp();
    }

    @Test
    void sweeperThatDiedBetweenDecidingAndVoiding_isSucceeded_andALatePaymentIsVoided() {
        diesAfterPlacing();
        shopper.submit(mortal).expectStatus().is5xxServerError();
        assertThat(orders.markCancelling(id(), "payment-not-completed")).isPresent();
        neighbours.payments.put(orderId(), "CAPTURED");

        assertThat(orders.markPaid(id(), new PaymentReference(new PaymentId("pay-" + orderId()), null)))
                .isEmpty();
        settles("CANCELLED");
        assertThat(neighbours.payments.get(orderId())).isEqualTo("VOIDED");
    }

    @Test
    void voidWhoseAnswerIsLost_isRepeated() {
        diesAfterPlacing();
        shopper.submit(mortal).expectStatus().is5xxServerError();
        neighbours.faults.put(PAY, Fault.LOSES_ANSWER);
        TestClock.SHARED.advance(OVERDUE);
        await().untilAsserted(
                        () -> assertThat(neighbours.payments.get(orderId())).isEqualTo("VOIDED"));
        assertThat(status()).isEqualTo("PENDING");

        neighbours.reset();
        settles("CANCELLED");
    }

    @Test
    void requestThatWasOvertakenByTheSweeper_tellsWhatBecameOfTheOrder() {
        doAnswer(call -> {
                    Object placed = call.callRealMethod();
                    settles("CANCELLED");
                    return placed;
                })
                .when(submissions)
                .place(any(), any(), any(), any());

        shopper.submit(mortal)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("CANCELLED");
        assertThat(neighbours.captures).doesNotContain(orderId());
    }

    @Test
    void twentySubmissionsAtOnce_makeOneOrderAndOnePayment() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Integer>> submissions = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int port = i % 2 == 0 ? mortal : other();
                submissions.add(() -> shopper.submit(port)
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value());
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : pool.invokeAll(submissions)) {
                answers.add(answer.get());
            }

            assertThat(answers)
                    .containsOnlyOnce(201)
                    .allMatch(status -> List.of(200, 201, 202).contains(status));
            assertThat(status()).isEqualTo("CONFIRMED");
            assertCapturedOnce();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void dueOrder_isTakenUpByOneReplicaOnly() {
        diesAfterPlacing();
        shopper.submit(mortal).expectStatus().is5xxServerError();
        Orders.Due due = new Orders.Due(id(), Long.parseLong(item().get("dueAt").n()));

        assertThat(orders.takeUp(due, 0)).isPresent();
        assertThat(orders.takeUp(due, 0)).isEmpty();
    }

    @Test
    void twoFormsForTheSameCart_makeOneOrder() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(10);
        try {
            List<Callable<Integer>> submissions = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                int port = i % 2 == 0 ? mortal : other();
                submissions.add(() -> shopper.submit(
                                port,
                                shopper.submission(Shopper.GOOD_CARD),
                                UUID.randomUUID().toString())
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value());
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : pool.invokeAll(submissions)) {
                answers.add(answer.get());
            }

            assertThat(answers)
                    .containsOnlyOnce(201)
                    .allMatch(status -> List.of(201, 409, 503).contains(status));
            assertThat(status()).isEqualTo("CONFIRMED");
            assertCapturedOnce();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void cartOfAnOrderThatIsUnderWay_isNotBoughtAgain_butThatOfACancelledOneIs() {
        diesAfterPlacing();
        shopper.submit(mortal).expectStatus().is5xxServerError();
        String second = UUID.randomUUID().toString();
        shopper.submit(other(), shopper.submission(Shopper.GOOD_CARD), second)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:cart-ordered")
                .jsonPath("$.orderId")
                .isEqualTo(orderId());

        settles("CANCELLED");
        shopper.submit(other(), shopper.submission(Shopper.GOOD_CARD), second)
                .expectStatus()
                .isCreated();
        assertThat(shopper.history(other()))
                .extracting(order -> order.get("status").asString())
                .containsExactlyInAnyOrder("CANCELLED", "CONFIRMED");
    }

    @Test
    void cartWhosePaymentWasDeclined_canBeBoughtWithAnotherCard() {
        shopper.submit(mortal, shopper.submission("4000000000000002"))
                .expectStatus()
                .isEqualTo(402);

        shopper.submit(
                        other(),
                        shopper.submission(Shopper.GOOD_CARD),
                        UUID.randomUUID().toString())
                .expectStatus()
                .isCreated();
    }

    @Test
    void withdrawnSubmission_placesNothing_howeverLateItComes() {
        doAnswer(call -> {
                    shopper.ask(other(), HttpMethod.DELETE).expectStatus().isNoContent();
                    return call.callRealMethod();
                })
                .when(submissions)
                .place(any(), any(), any(), any());

        shopper.submit(mortal)
                .expectStatus()
                .isEqualTo(410)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:submission-withdrawn");
        shopper.submit(other()).expectStatus().isEqualTo(410);
        shopper.ask(other(), HttpMethod.GET).expectStatus().isEqualTo(410);
        shopper.ask(other(), HttpMethod.DELETE).expectStatus().isNoContent();
        assertThat(shopper.history(other())).isEmpty();
    }

    @Test
    void withdrawalThatComesTooLate_tellsTheOrder_butOnlyItsShopper() {
        shopper.ask(other(), HttpMethod.GET).expectStatus().isNotFound();
        shopper.submit(mortal).expectStatus().isCreated();

        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.DELETE)) {
            shopper.ask(other(), method)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.id")
                    .isEqualTo(orderId());
        }
        Shopper.http(other())
                .get()
                .uri("/api/v1/submissions/{key}?shopper=somebody-else", shopper.key)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(status()).isEqualTo("CONFIRMED");
    }

    @Test
    void strangerWhoKnowsTheKey_canNeitherWithdrawItNorUseItUp() {
        Shopper stranger = new Shopper();
        Shopper.http(other())
                .delete()
                .uri("/api/v1/submissions/{key}?shopper={stranger}", shopper.key, stranger.id)
                .exchange()
                .expectStatus()
                .isNoContent();
        stranger.submit(other(), stranger.submission(Shopper.GOOD_CARD), shopper.key)
                .expectStatus()
                .isEqualTo(410);

        shopper.submit(mortal).expectStatus().isCreated();
    }

    @Test
    void answerOfTheTransactionLost_theOrderIsRecognisedAndPaid() {
        doAnswer(call -> {
                    call.callRealMethod();
                    return false;
                })
                .when(submissions)
                .place(any(), any(), any(), any());

        shopper.submit(mortal).expectStatus().isCreated();
        assertThat(status()).isEqualTo("CONFIRMED");
        assertCapturedOnce();
    }

    @Test
    void throttledWhileCancelling_leavesTheRestToTheNextTry() {
        diesAfterPlacing();
        shopper.submit(mortal).expectStatus().is5xxServerError();
        doThrow(THROTTLED).when(orders).markCancelling(any(), any());
        assertThatThrownBy(() -> settlement.settle(order())).isSameAs(THROTTLED);
        assertThat(neighbours.payments).doesNotContainKey(orderId());

        doCallRealMethod().when(orders).markCancelling(any(), any());
        doThrow(THROTTLED).when(orders).markCancelled(any());
        assertThatThrownBy(() -> settlement.settle(order())).isSameAs(THROTTLED);
        assertThat(neighbours.payments.get(orderId())).isEqualTo("VOIDED");
        assertThat(status()).isEqualTo("PENDING");

        settles("CANCELLED");
    }

    @Test
    void throttledWhileConfirming_leavesTheRestToTheNextTry() {
        doThrow(THROTTLED).when(orders).markPaid(any(), any());
        shopper.submit(mortal).expectStatus().isEqualTo(202);
        assertThatThrownBy(() -> settlement.settle(order())).isSameAs(THROTTLED);
        assertThat(status()).isEqualTo("PENDING");

        settles("CONFIRMED");
        assertCapturedOnce();
        assertFollowedUp();
    }

    @Test
    void unreadableOrders_holdUpNobody() {
        DynamoDbClient dynamoDb = restarted.getBean(DynamoDbClient.class);
        List<String> broken =
                IntStream.range(0, 30).mapToObj(i -> "broken-" + i).toList();
        for (String id : broken) {
            dynamoDb.putItem(p -> p.tableName("Orders")
                    .item(Map.of(
                            "id", Attributes.text(id),
                            "status", Attributes.text("PENDING"),
                            "todo", Attributes.text("open"),
                            "dueAt", Attributes.number(1))));
        }
        try {
            diesAfterPlacing();
            shopper.submit(mortal).expectStatus().is5xxServerError();

            settles("CANCELLED");
        } finally {
            broken.forEach(id ->
                    dynamoDb.deleteItem(d -> d.tableName("Orders").key(Map.of("id", Attributes.text(id)))));
        }
    }

    private void diesAfterPlacing() {
        doAnswer(call -> {
                    call.callRealMethod();
                    throw new Died();
                })
                .when(submissions)
                .place(any(), any(), any(), any());
    }

    private void settles(String status) {
        TestClock.SHARED.advance(OVERDUE);
        await().untilAsserted(() -> assertThat(status()).isEqualTo(status));
    }

    private void assertCapturedOnce() {
        assertThat(neighbours.captures).containsOnlyOnce(orderId());
    }

    private void assertFollowedUp() {
        await().untilAsserted(() -> {
            assertThat(neighbours.carts.get(shopper.id).items()).isEmpty();
            assertThat(neighbours.baskets).contains(orderId());
            assertThat(item()).doesNotContainKey("todo");
        });
    }

    private String orderId() {
        return shopper.order(other()).get("id").asString();
    }

    private OrderId id() {
        return new OrderId(orderId());
    }

    private String status() {
        JsonNode order = shopper.order(other());
        return order.get("status").asString();
    }

    private Order order() {
        return orders.find(id()).orElseThrow();
    }

    private int tries() {
        return order().tries();
    }

    private Map<String, AttributeValue> item() {
        return restarted
                .getBean(DynamoDbClient.class)
                .getItem(g -> g.tableName("Orders").key(Map.of("id", Attributes.text(orderId()))))
                .item();
    }

    private static int other() {
        return Integer.parseInt(restarted.getEnvironment().getProperty("local.server.port", "0"));
    }

    /** Stands for kill -9: the request goes no further. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }
}
