package com.anycompany.shop.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.service.spring.contract.LocalDynamoDb;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** The contract with the storefront and the order service, over HTTP, with a real table and a made-up catalog. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RecommendationApiTests {

    private static final FakeCatalog CATALOG = new FakeCatalog();
    private static final AtomicLong NUMBERS = new AtomicLong(2_000_000_000_000L);

    @DynamicPropertySource
    static void catalog(DynamicPropertyRegistry properties) {
        LocalDynamoDb.use();
        properties.add("CATALOG_ENDPOINT", CATALOG::address);
    }

    @LocalServerPort
    int port;

    @Autowired
    DynamoDbClient dynamoDb;

    RestTestClient client;

    /** New products for each test, so that the counts of others don't matter. */
    final String kettle = newProduct();

    final String mug = newProduct();
    final String toaster = newProduct();
    final String lamp = newProduct();

    @BeforeEach
    void open() {
        client = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build();
        CATALOG.reset();
        CATALOG.sells(kettle, "kitchen");
        CATALOG.sells(mug, "kitchen");
        CATALOG.sells(toaster, "kitchen");
        CATALOG.sells(lamp, "lighting");
    }

    @Test
    void whatWasBoughtTogetherMostOften_comesFirst() {
        bought(kettle, lamp);
        bought(kettle, mug, lamp);
        bought(kettle, lamp, toaster);
        bought(kettle, toaster);

        Answer answer = recommend(kettle, 2);

        assertThat(answer.basis()).isEqualTo("bought-together");
        assertThat(answer.ids()).containsExactly(lamp, toaster);
        assertThat(answer.productId()).isEqualTo(kettle);
    }

    @Test
    void enoughCompanions_costOneCallToTheCatalog() {
        bought(kettle, lamp, toaster);

        recommend(kettle, 2);

        assertThat(CATALOG.questions())
                .singleElement()
                .satisfies(question -> assertThat(question).contains(kettle, lamp, toaster));
    }

    @Test
    void tooFewCompanions_areFilledUpFromTheCategory() {
        bought(kettle, lamp);

        Answer answer = recommend(kettle, 4);

        assertThat(answer.basis()).isEqualTo("bought-together");
        assertThat(answer.ids()).containsExactly(lamp, mug, toaster);
        assertThat(CATALOG.questions()).hasSize(2);
    }

    @Test
    void nothingBoughtYet_isTheSameCategoryAfterTheProduct() {
        Answer answer = recommend(mug, 4);

        assertThat(answer.basis()).isEqualTo("same-category");
        assertThat(answer.ids()).containsExactly(toaster, kettle);
    }

    @Test
    void companionThatIsGone_isLeftOut() {
        String gone = newProduct();
        bought(kettle, gone, lamp);
        bought(kettle, gone);

        assertThat(recommend(kettle, 1).ids()).containsExactly(lamp);
    }

    @Test
    void onlyOneOfItsKind_hasNothingToShow() {
        assertThat(recommend(lamp, 4).ids()).isEmpty();
    }

    @Test
    void product_isHandedOnAsTheCatalogDescribesIt() {
        bought(kettle, lamp);
        client.get()
                .uri("/api/v1/recommendations/{id}?limit=1", kettle)
                .exchange()
                .expectBody()
                .json("""
                        {"products":[{"id":"%1$s","name":"Product %1$s","description":"Nice.","brand":"Larkspoke",
                         "category":"lighting","price":{"amount":24.90,"currency":"USD"},
                         "picture":"/images/products/%1$s.svg","featured":true}]}
                        """.formatted(lamp));
    }

    @Test
    void unknownProduct_isNotFound() {
        problem("/api/v1/recommendations/0000000000000", 404, "unknown-product");
    }

    @Test
    void catalogThatFails_makesThisUnavailable() {
        CATALOG.failsWith(500);

        problem("/api/v1/recommendations/" + kettle, 503, "catalog-unavailable")
                .expectHeader()
                .valueEquals("Retry-After", "1");
    }

    @ParameterizedTest
    @CsvSource({"0", "13", "few"})
    void badLimit_isNamed(String limit) {
        problem("/api/v1/recommendations/" + kettle + "?limit=" + limit, 400, "malformed-request")
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("limit");
    }

    @Test
    void sameOrderTwentyTimesAtOnce_countsOnce() throws Exception {
        String basket = basket(UUID.randomUUID().toString(), List.of(kettle, lamp, mug));
        Callable<HttpStatusCode> report = () -> post(basket).returnResult().getStatus();
        var threads = Executors.newFixedThreadPool(20);
        try {
            var answers = threads.invokeAll(
                    IntStream.range(0, 20).mapToObj(number -> report).toList());

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.get().value()).isEqualTo(204));
        } finally {
            threads.shutdown();
        }
        assertThat(List.of(orders(kettle, lamp), orders(lamp, kettle), orders(mug, lamp), orders(kettle, mug)))
                .containsOnly("1");
    }

    @Test
    void differentOrdersAtOnce_allCount() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<HttpStatusCode> report =
                    () -> post(basket(UUID.randomUUID().toString(), List.of(kettle, lamp)))
                            .returnResult()
                            .getStatus();
            for (var answer : threads.invokeAll(
                    IntStream.range(0, 24).mapToObj(number -> report).toList())) {
                assertThat(answer.get().value()).isEqualTo(204);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(orders(kettle, lamp)).isEqualTo("24");
    }

    @Test
    void fiftyProducts_areAcceptedAndTenOfThemPaired() {
        List<String> products =
                IntStream.range(0, 50).mapToObj(number -> newProduct()).toList();

        post(basket("big-" + kettle, products)).expectStatus().isNoContent();

        assertThat(orders(products.get(0), products.get(9))).isEqualTo("1");
        assertThat(dynamoDb.getItem(get -> get.tableName("Recommendations").key(key(products.get(0), products.get(10))))
                        .hasItem())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"orderId\":\"a b\",\"productIds\":[\"2001492513595\"]} | orderId",
                "{\"productIds\":[\"2001492513595\"]} | orderId",
                "{\"orderId\":\"a\",\"productIds\":[]} | productIds",
                "{\"orderId\":\"a\",\"productIds\":[\"2001492513595\",\"12\"]} | productIds[1]",
                "{\"orderId\":\"a\",\"productIds\":[null]} | productIds[0]",
            })
    void invalidBasket_isNamed(String body, String field) {
        post(body)
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void countedOrders_areForgottenByTheTableItself() {
        bought(kettle, mug);

        assertThat(dynamoDb.describeTimeToLive(ttl -> ttl.tableName("Recommendations"))
                        .timeToLiveDescription()
                        .timeToLiveStatus())
                .isEqualTo(TimeToLiveStatus.ENABLED);
    }

    @Test
    void secondReplica_findsTheCountsAsTheyWere() {
        bought(kettle, lamp);

        try (var replica = SpringApplication.run(
                RecommendationService.class, "--server.port=0", "--CATALOG_ENDPOINT=" + CATALOG.address())) {
            assertThat(replica.isActive()).isTrue();
        }

        assertThat(orders(kettle, lamp)).isEqualTo("1");
    }

    private void bought(String... products) {
        post(basket(UUID.randomUUID().toString(), List.of(products)))
                .expectStatus()
                .isNoContent();
    }

    private static String basket(String order, List<String> products) {
        return "{\"orderId\":\"" + order + "\",\"productIds\":[\"" + String.join("\",\"", products) + "\"]}";
    }

    private RestTestClient.ResponseSpec post(String body) {
        return client.post()
                .uri("/api/v1/baskets")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec problem(String uri, int status, String slug) {
        RestTestClient.ResponseSpec answer = client.get().uri(uri).exchange();
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:" + slug);
        return answer;
    }

    private Answer recommend(String product, int limit) {
        Answer answer = client.get()
                .uri("/api/v1/recommendations/{id}?limit={limit}", product, limit)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Answer.class)
                .returnResult()
                .getResponseBody();
        assertThat(answer).isNotNull();
        return answer;
    }

    private String orders(String product, String other) {
        return dynamoDb.getItem(get -> get.tableName("Recommendations")
                        .key(key(product, other))
                        .consistentRead(true))
                .item()
                .get("orders")
                .n();
    }

    private static Map<String, AttributeValue> key(String product, String other) {
        return Map.of("productId", AttributeValue.fromS(product), "otherProductId", AttributeValue.fromS(other));
    }

    private static String newProduct() {
        return String.valueOf(NUMBERS.incrementAndGet());
    }

    record Answer(String productId, String basis, List<Found> products) {

        List<String> ids() {
            return products.stream().map(Found::id).toList();
        }
    }

    record Found(String id) {}
}
