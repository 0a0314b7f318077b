package com.anycompany.shop.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.service.spring.contract.LocalDynamoDb;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Additions to a cart: of several tabs at once, sent again, and with quantities that are none. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AdditionTests {

    private static final FakeCatalog catalog = new FakeCatalog();

    @LocalServerPort
    int port;

    private final String shopper = UUID.randomUUID().toString();
    private RestTestClient http;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        LocalDynamoDb.use();
        properties.add("CATALOG_ENDPOINT", catalog::url);
    }

    @BeforeEach
    void connect() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void add_addsToWhatTheCartHolds_upTo99() {
        add("4006381333931", "{\"add\":2}").expectStatus().isOk();
        add("4006381333931", "{\"add\":60}").expectStatus().isOk();
        cart().jsonPath("$.items[0].quantity").isEqualTo(62);

        add("4006381333931", "{\"add\":60}").expectStatus().isOk();
        add("4006381333931", "{\"add\":1}").expectStatus().isOk();
        cart().jsonPath("$.items[0].quantity").isEqualTo(99);
    }

    @Test
    void twoTabsThatAddTheSameProductAtOnce_loseNothing_in30Rounds() throws Exception {
        ExecutorService tabs = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= 30; round++) {
                String product = round <= 15 ? "4006381333931" : "5901234123457";
                Callable<Integer> addOne = () -> add(product, "{\"add\":1}")
                        .returnResult(String.class)
                        .getStatus()
                        .value();
                for (Future<Integer> status : tabs.invokeAll(List.of(addOne, addOne))) {
                    assertThat(status.get()).isEqualTo(200);
                }
            }
        } finally {
            tabs.shutdownNow();
        }
        cart().jsonPath("$.items[0].quantity")
                .isEqualTo(30)
                .jsonPath("$.items[1].quantity")
                .isEqualTo(30);
    }

    @Test
    void manyTabsThatAddToAnEmptyCartAtOnce_loseNothing() throws Exception {
        ExecutorService tabs = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> addOne = () -> add("4006381333931", "{\"add\":1}")
                    .returnResult(String.class)
                    .getStatus()
                    .value();
            for (Future<Integer> status : tabs.invokeAll(Collections.nCopies(40, addOne))) {
                assertThat(status.get()).isEqualTo(200);
            }
        } finally {
            tabs.shutdownNow();
        }
        cart().jsonPath("$.items[0].quantity").isEqualTo(40);
    }

    @Test
    void additionThatIsRepeatedWithItsKey_addsOnce() {
        for (int i = 0; i < 2; i++) {
            http.post()
                    .uri("/api/v1/carts/{id}/items/4006381333931", shopper)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "k-1")
                    .body("{\"add\":3}")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.items[0].quantity")
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.0", "\"5\"", "\"\u0665\"", "true", "[1]", "5e0"})
    void quantityThatIsNoWholeNumber_isABadRequest(String quantity) {
        add("4006381333931", "{\"add\":" + quantity + "}").expectStatus().isBadRequest();
        http.put()
                .uri("/api/v1/carts/{id}/items/4006381333931", shopper)
                .header("Content-Type", "application/json")
                .body("{\"quantity\":" + quantity + "}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("quantity");
        cart().jsonPath("$.items").isEmpty();
    }

    @Test
    void additionToAFullCart_isRefused() {
        for (int i = 0; i < 50; i++) {
            add("20000000000%02d".formatted(i), "{\"add\":1}").expectStatus().isOk();
        }
        add("4006381333931", "{\"add\":1}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:cart-full");
        add("2000000000007", "{\"add\":1}").expectStatus().isOk();
    }

    @Test
    void additionOfAnUnknownProduct_isRefused() {
        add(FakeCatalog.UNKNOWN, "{\"add\":1}").expectStatus().isNotFound();
    }

    private RestTestClient.ResponseSpec add(String product, String body) {
        return http.post()
                .uri("/api/v1/carts/{id}/items/{product}", shopper, product)
                .header("Content-Type", "application/json")
                .body(body)
                .exchange();
    }

    private RestTestClient.BodyContentSpec cart() {
        return http.get()
                .uri("/api/v1/carts/{id}", shopper)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
