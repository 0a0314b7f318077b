package com.anycompany.shop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.service.spring.contract.LocalDynamoDb;
import com.anycompany.shop.order.order.Orders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "orders.settlement.every=1h")
@Import(TestClock.InPlace.class)
class OrderApiTests {

    private static final Neighbours neighbours = Neighbours.SHARED;

    @LocalServerPort
    int port;

    @Autowired
    Orders orders;

    private final Shopper shopper = new Shopper();

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        LocalDynamoDb.use();
        neighbours.register(properties);
    }

    @BeforeEach
    void reset() {
        neighbours.reset();
    }

    @Test
    void goodOrder_isConfirmedPaidAndFollowedUp() {
        shopper.submit(port).expectStatus().isCreated().expectBody().json("""
                        {"status":"CONFIRMED","shopperId":"%s","total":{"amount":50.10,"currency":"USD"},
                         "items":[{"productId":"4006381333931","name":"Product 4006381333931","quantity":2,
                           "picture":"/images/products/4006381333931.svg",
                           "unitPrice":{"amount":24.90,"currency":"USD"},"lineTotal":{"amount":49.80,"currency":"USD"}},
                          {"productId":"5901234123457","quantity":3,"lineTotal":{"amount":0.30,"currency":"USD"}}],
                         "email":"ada@example.com","shippingAddress":{"state":"England","postalCode":"SW1Y 4JH","country":"GB"},
                         "payment":{"method":"card","last4":"4242"},"reason":null}""".formatted(shopper.id));

        String order = shopper.order(port).get("id").asString();
        assertThat(neighbours.captures).containsOnlyOnce(order);
        assertThat(neighbours.carts.get(shopper.id).items()).isEmpty();
        await().untilAsserted(() -> assertThat(neighbours.baskets).containsOnlyOnce(order));
        TestClock.SHARED.advance(Duration.ofSeconds(40));
        await().untilAsserted(() ->
                assertThat(orders.due()).extracting(due -> due.id().value()).doesNotContain(order));
    }

    @Test
    void repeatedSubmission_getsTheSameOrder() {
        shopper.submit(port).expectStatus().isCreated();
        String order = shopper.order(port).get("id").asString();

        shopper.submit(port).expectStatus().isOk().expectBody().jsonPath("$.id").isEqualTo(order);
        assertThat(neighbours.captures).containsOnlyOnce(order);
    }

    @Test
    void sameKeyWithAnotherBody_isRefused() {
        shopper.submit(port).expectStatus().isCreated();

        expectProblem(shopper.submission(Shopper.GOOD_CARD).replace("London", "Paris"), 422, "idempotency-key-reused");
        expectProblem(shopper.submission(Shopper.GOOD_CARD).replace("England", "Wales"), 422, "idempotency-key-reused");
    }

    @Test
    void historyOfSeveralShoppers_isOneList_newestFirst() {
        shopper.submit(port).expectStatus().isCreated();
        TestClock.SHARED.advance(Duration.ofSeconds(1));
        Shopper later = new Shopper();
        later.submit(port).expectStatus().isCreated();

        String[] orders = {
            later.order(port).get("id").asString(),
            shopper.order(port).get("id").asString()
        };
        Shopper.http(port)
                .get()
                .uri("/api/v1/orders?shopper={one},{two},{one}", shopper.id, later.id, shopper.id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.orders[*].id")
                .isEqualTo(List.of(orders));
    }

    @Test
    void historyOfMoreThanTenShoppers_isRefused() {
        Shopper.http(port)
                .get()
                .uri("/api/v1/orders?shopper=" + "a,".repeat(10) + "a")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("shopper");
    }

    @Test
    void declinedCard_declinesTheOrder_alsoOnRepeat() {
        for (int i = 0; i < 2; i++) {
            shopper.submit(port, shopper.submission("4000000000000002"))
                    .expectStatus()
                    .isEqualTo(402)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:problem:payment-declined")
                    .jsonPath("$.reason")
                    .isEqualTo("card-declined")
                    .jsonPath("$.orderId")
                    .isEqualTo(shopper.order(port).get("id").asString());
        }
        assertThat(shopper.order(port).get("status").asString()).isEqualTo("DECLINED");
        assertThat(shopper.order(port).at("/payment/last4").asString()).isEqualTo("0002");
        assertThat(neighbours.carts.get(shopper.id).items()).isNotEmpty();
    }

    @Test
    void emptyCart_isAConflict() {
        neighbours.carts.remove(shopper.id);
        expectProblem(shopper.submission(Shopper.GOOD_CARD), 409, "empty-cart");
        assertThat(shopper.history(port)).isEmpty();
    }

    @Test
    void productThatIsGone_isNamed() {
        neighbours.prices.remove("5901234123457");
        shopper.submit(port)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:product-gone")
                .jsonPath("$.productIds[0]")
                .isEqualTo("5901234123457");
    }

    @Test
    void changedPrice_isToldBeforeAnythingIsPaid() {
        neighbours.prices.put("5901234123457", "0.20");
        shopper.submit(port)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:price-changed")
                .jsonPath("$.total.amount")
                .isEqualTo(50.40);
        assertThat(shopper.history(port)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET /api/v1/carts/,cart-unavailable", "GET /api/v1/products,catalog-unavailable"})
    void neighbourThatFailsBeforeTheOrder_leavesNothing_andTheSameKeyWorksLater(String what, String problem) {
        neighbours.faults.put(what, Neighbours.Fault.FAILS);
        expectProblem(shopper.submission(Shopper.GOOD_CARD), 503, problem);
        assertThat(shopper.history(port)).isEmpty();

        neighbours.reset();
        shopper.submit(port).expectStatus().isCreated();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4242424242424242|4242424242424241|payment.card.number",
                "12/39|12/19|payment.card.expiry",
                "987|98x|payment.card.cvc",
                "SW1Y 4JH||shippingAddress.postalCode",
                "\"GB\"|\"ZZ\"|shippingAddress.country",
                "ada@example.com|ada|email",
                "50.10|50.101|expectedTotal.amount",
                "\"method\":\"card\"|\"method\":\"anypay\"|payment.wallet"
            })
    void badInput_namesTheField(String good, String bad, String field) {
        String submission = shopper.submission(Shopper.GOOD_CARD).replace(good, bad == null ? "" : bad);
        shopper.submit(port, submission)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isNotEmpty();
    }

    @Test
    void invalidPayment_declinesTheOrder_andTheCartCanBeBoughtWithAnotherCard() {
        shopper.submit(port, shopper.submission("4242424242424241"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:invalid-request");
        assertThat(shopper.order(port).get("status").asString()).isEqualTo("DECLINED");
        assertThat(shopper.order(port).get("reason").asString()).isEqualTo("invalid-payment");
        assertThat(shopper.order(port).get("payment").isNull()).isTrue();
        assertThat(neighbours.carts.get(shopper.id).items()).isNotEmpty();

        shopper.submit(port, shopper.submission(Shopper.GOOD_CARD), "again-" + shopper.key)
                .expectStatus()
                .isCreated();
    }

    @Test
    void missingKey_isABadRequestThatNamesIt() {
        Shopper.http(port)
                .post()
                .uri("/api/v1/orders")
                .header("Content-Type", "application/json")
                .body(shopper.submission(Shopper.GOOD_CARD))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void unknownOrder_isNotFound() {
        Shopper.http(port)
                .get()
                .uri("/api/v1/orders/none")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:unknown-order");
    }

    @Test
    void history_isNewestFirst() {
        shopper.submit(port).expectStatus().isCreated();
        String first = shopper.order(port).get("id").asString();
        neighbours.carts.put(shopper.id, new Neighbours.FakeCart(9, Map.of("4006381333931", 1)));
        Shopper.http(port)
                .post()
                .uri("/api/v1/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "again-" + shopper.key)
                .body(shopper.submission(Shopper.GOOD_CARD).replace("50.10", "24.90"))
                .exchange()
                .expectStatus()
                .isCreated();

        assertThat(shopper.history(port)).hasSize(2);
        assertThat(shopper.history(port).get(1).get("id").asString()).isEqualTo(first);
    }

    private void expectProblem(String submission, int status, String problem) {
        shopper.submit(port, submission)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:" + problem);
    }
}
