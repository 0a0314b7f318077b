package com.anycompany.shop.payment;

import com.anycompany.service.spring.contract.LocalDynamoDb;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.JsonPathAssertions;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PaymentApiTests {

    private static final String GOOD_CARD = "4242424242424242";

    @LocalServerPort
    int port;

    private final String order = UUID.randomUUID().toString();
    private RestTestClient http;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        LocalDynamoDb.use();
        properties.add("payment.processor.timeout", () -> "50ms");
    }

    @BeforeEach
    void connect() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void goodCard_isCapturedOnce_andARepeatGetsTheSamePayment() {
        pay(Requests.card(order, GOOD_CARD))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/api/v1/payments/pay-" + order)
                .expectBody()
                .json("""
                        {"id":"pay-%s","orderId":"%s","status":"CAPTURED","method":"card","last4":"4242",
                         "amount":{"amount":24.90,"currency":"USD"}}""".formatted(order, order));
        String first = payment();
        pay(Requests.card(order, GOOD_CARD)).expectStatus().isOk().expectBody().json(first);
    }

    @Test
    void walletAndSpacedCardNumber_areAccepted() {
        pay(Requests.wallet(order, "ada@example.com"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.last4")
                .isEmpty();
        String another = UUID.randomUUID().toString();
        pay(Requests.card(another, "4242 4242 4242 4242"), another)
                .expectStatus()
                .isCreated();
    }

    @ParameterizedTest
    @CsvSource({"4000000000000002,card-declined", "4000000000009995,insufficient-funds", "4000000000000069,expired-card"
    })
    void declinedCard_isDeclinedAgainOnRepeat(String number, String reason) {
        for (int i = 0; i < 2; i++) {
            pay(Requests.card(order, number))
                    .expectStatus()
                    .isEqualTo(402)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:problem:payment-declined")
                    .jsonPath("$.reason")
                    .isEqualTo(reason);
        }
    }

    @Test
    void declinedWallet_isDeclined() {
        pay(Requests.wallet(order, "declined@example.com")).expectStatus().isEqualTo(402);
    }

    @ParameterizedTest
    @CsvSource({"4000000000000341,504,processor-timeout", "4000000000000119,502,processor-error"})
    void processorWithoutAVerdict_leavesThePaymentAuthorizing(String number, int status, String problem) {
        pay(Requests.card(order, number))
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:" + problem);
        status().isEqualTo("AUTHORIZING");

        cancel().isEqualTo("VOIDED");
        pay(Requests.card(order, number)).expectStatus().isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "4242424242424241,12/39,123,card.number",
        "42,12/39,123,card.number",
        "4242424242424242,13/39,123,card.expiry",
        "4242424242424242,12/19,123,card.expiry",
        "4242424242424242,12/39,12,card.cvc"
    })
    void badCardData_namesTheField(String number, String expiry, String cvc, String field) {
        pay(Requests.card(order, number, expiry, cvc))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void cardMethodWithoutCard_namesTheMissingPart() {
        pay("""
                {"orderId":"%s","amount":{"amount":1,"currency":"USD"},"method":"card"}""".formatted(order))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("card");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1.00", "1.999"})
    void amountThatIsNoPrice_isRefused(String amount) {
        pay(Requests.card(order, GOOD_CARD).replace("24.90", amount))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("amount.amount");
    }

    @Test
    void missingKey_isABadRequest() {
        http.post()
                .uri("/api/v1/payments")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Requests.card(order, GOOD_CARD))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void sameKeyWithAnotherAmount_isRefused() {
        pay(Requests.card(order, GOOD_CARD)).expectStatus().isCreated();
        pay(Requests.card(order, GOOD_CARD).replace("24.90", "1.00"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:idempotency-key-reused");
    }

    @Test
    void sameKeyForAnotherOrder_isRefused_andTheFirstOneIsAnsweredAsBefore() {
        String another = UUID.randomUUID().toString();
        pay(Requests.card(order, GOOD_CARD)).expectStatus().isCreated();
        for (int i = 0; i < 2; i++) {
            pay(Requests.card(another, GOOD_CARD))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:problem:idempotency-key-reused");
        }
        http.get()
                .uri("/api/v1/payments?orderId={order}", another)
                .exchange()
                .expectStatus()
                .isNotFound();
        pay(Requests.card(order, GOOD_CARD)).expectStatus().isOk();
        pay(Requests.card(another, GOOD_CARD), another).expectStatus().isCreated();
    }

    @Test
    void voidedPayment_staysVoided_andCantBePaidAgain() {
        pay(Requests.card(order, GOOD_CARD)).expectStatus().isCreated();
        cancel().isEqualTo("VOIDED");
        cancel().isEqualTo("VOIDED");
        pay(Requests.card(order, GOOD_CARD))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:payment-voided");
        status().isEqualTo("VOIDED");
    }

    @Test
    void voidBeforeAnyPayment_leavesATombstone() {
        cancel().isEqualTo("VOIDED");
        pay(Requests.card(order, GOOD_CARD)).expectStatus().isEqualTo(409);
        http.get()
                .uri("/api/v1/payments/pay-{order}", order)
                .exchange()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("VOIDED")
                .jsonPath("$.capturedAt")
                .isEmpty();
    }

    @Test
    void unknownPayment_isNotFound() {
        http.get()
                .uri("/api/v1/payments/none")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:unknown-payment");
        http.get()
                .uri("/api/v1/payments?orderId={order}", order)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private RestTestClient.ResponseSpec pay(String body) {
        return pay(body, order);
    }

    private RestTestClient.ResponseSpec pay(String body, String key) {
        return http.post()
                .uri("/api/v1/payments")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .exchange();
    }

    private JsonPathAssertions cancel() {
        return http.post()
                .uri("/api/v1/payments/void")
                .body(Map.of("orderId", order))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status");
    }

    private JsonPathAssertions status() {
        return http.get()
                .uri("/api/v1/payments?orderId={order}", order)
                .exchange()
                .expectBody()
                .jsonPath("$.status");
    }

    private String payment() {
        return new String(
                http.get()
                        .uri("/api/v1/payments?orderId={order}", order)
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);
    }
}
