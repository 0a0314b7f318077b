package com.anycompany.shop.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.service.spring.contract.LocalDynamoDb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CartApiTests {

    private static final FakeCatalog catalog = new FakeCatalog();
    /** Begins at the wall clock's time: DynamoDB deletes what has expired by its own clock. */
    private static final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.SECONDS));

    @Autowired
    DynamoDbClient dynamoDb;

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
        catalog.failures.set(0);
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void absentCart_isAnEmptyOneOfVersionZero() {
        cart().json("""
                {"id":"%s","version":0,"items":[],"expiresAt":null}""".formatted(shopper));
    }

    @Test
    void put_setsTheQuantityAndCountsTheVersion() {
        put("4006381333931", 2).expectStatus().isOk().expectHeader().valueEquals("ETag", etag(1));
        put("4006381333931", 5).expectStatus().isOk();
        put("5901234123457", 1).expectStatus().isOk();

        cart().json("""
                {"id":"%s","version":%d,"items":[{"productId":"4006381333931","quantity":5},
                {"productId":"5901234123457","quantity":1}],"expiresAt":"%s"}""".formatted(shopper, version(3), now.get().plus(Duration.ofDays(7))));
    }

    @Test
    void unknownProduct_isRefusedAndLeavesTheCartAlone() {
        put(FakeCatalog.UNKNOWN, 1)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:unknown-product");
        cart().jsonPath("$.version").isEqualTo(0);
    }

    @Test
    void failingCatalog_isAnHonest503() {
        catalog.failures.set(1);
        put("4006381333931", 1)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "1")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:catalog-unavailable");
        cart().jsonPath("$.items").isEmpty();
    }

    @Test
    void quantityOutOfRange_namesTheFieldAndTheRemedy() {
        put("4006381333931", 100)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("quantity")
                .jsonPath("$.errors[0].message")
                .isEqualTo("must be at most 99");
    }

    @Test
    void bodyThatIsNotJson_isABadRequest() {
        http.put()
                .uri("/api/v1/carts/{id}/items/4006381333931", shopper)
                .header("Content-Type", "application/json")
                .body("{\"quantity\":\"many\"}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("quantity");
    }

    @Test
    void strangeCartId_isABadRequest() {
        http.get()
                .uri("/api/v1/carts/{id}", "a b")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("id");
    }

    @Test
    void fiftyFirstProduct_isRefused() {
        for (int i = 0; i < 50; i++) {
            put(product(i), 1).expectStatus().isOk();
        }
        put(product(50), 1)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:cart-full");
        put(product(7), 3).expectStatus().isOk();
    }

    @Test
    void removal_isIdempotent() {
        put("4006381333931", 1);
        for (int i = 0; i < 2; i++) {
            http.delete()
                    .uri("/api/v1/carts/{id}/items/4006381333931", shopper)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.version")
                    .isEqualTo(version(2));
        }
    }

    @Test
    void conditionalDelete_sparesACartThatChanged() {
        put("4006381333931", 1);
        put("5901234123457", 1);

        clear(etag(1))
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:cart-changed");
        cart().jsonPath("$.items.length()").isEqualTo(2);
        clear(etag(2)).expectStatus().isNoContent();
        cart().jsonPath("$.items").isEmpty();
    }

    @Test
    void lateConditionalDelete_sparesACartThatWasFilledAnew() {
        put("4006381333931", 1);
        clear(etag(1)).expectStatus().isNoContent();
        put("5901234123457", 1);

        clear(etag(1)).expectStatus().isEqualTo(412);
        cart().jsonPath("$.items[0].productId").isEqualTo("5901234123457");
    }

    @Test
    void unreadableVersion_isABadRequest() {
        clear("three")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("If-Match");
    }

    @Test
    void expiredCart_readsAsEmptyThoughItStillLiesInTheTable() {
        put("4006381333931", 1);
        Instant before = now.get();
        try {
            now.set(before.plus(Duration.ofDays(7)));
            assertThat(item()).containsKey("items");
            cart().json("""
                    {"id":"%s","version":0,"items":[],"expiresAt":null}""".formatted(shopper));
            put("5901234123457", 4).expectStatus().isOk();
            cart().jsonPath("$.items.length()")
                    .isEqualTo(1)
                    .jsonPath("$.items[0].quantity")
                    .isEqualTo(4);
        } finally {
            now.set(before);
        }
    }

    @Test
    void parallelChanges_loseNothing() {
        IntStream.range(0, 20)
                .parallel()
                .forEach(i -> put(product(i), i + 1).expectStatus().isOk());

        cart().jsonPath("$.items.length()").isEqualTo(20).jsonPath("$.version").isEqualTo(version(20));
    }

    @Test
    void versionOfADeletedCart_neverComesBack() {
        put("4006381333931", 1);
        String first = etag(1);
        Instant before = now.get();
        try {
            now.set(before.plus(Duration.ofDays(8)));
            dynamoDb.deleteItem(d -> d.tableName("Carts").key(Map.of("id", AttributeValue.fromS(shopper))));
            put("4006381333931", 1);

            clear(first).expectStatus().isEqualTo(412);
        } finally {
            now.set(before);
        }
    }

    private static String product(int number) {
        return "20000000000%02d".formatted(number);
    }

    /** After so many changes of a new cart. */
    private long version(int changes) {
        return now.get().toEpochMilli() + changes;
    }

    private String etag(int changes) {
        return "\"" + version(changes) + "\"";
    }

    private RestTestClient.ResponseSpec put(String productId, int quantity) {
        return http.put()
                .uri("/api/v1/carts/{id}/items/{product}", shopper, productId)
                .body(Map.of("quantity", quantity))
                .exchange();
    }

    private RestTestClient.ResponseSpec clear(String version) {
        return http.delete()
                .uri("/api/v1/carts/{id}", shopper)
                .header("If-Match", version)
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

    private Map<String, AttributeValue> item() {
        return dynamoDb.getItem(g -> g.tableName("Carts").key(Map.of("id", AttributeValue.fromS(shopper))))
                .item();
    }

    /** A clock that tests move. */
    @TestConfiguration
    static class MovableClock {

        @Bean
        @Primary
        Clock movableClock() {
            return new Clock() {
                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now.get();
                }
            };
        }
    }
}
