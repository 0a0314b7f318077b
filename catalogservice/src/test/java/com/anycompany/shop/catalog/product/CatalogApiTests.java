package com.anycompany.shop.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.service.spring.contract.LocalDynamoDb;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The contract with the other services, over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CatalogApiTests {

    @LocalServerPort
    int port;

    @Value("${local.management.port}")
    int management;

    RestTestClient shop;

    @DynamicPropertySource
    static void dynamoDb(DynamicPropertyRegistry properties) {
        LocalDynamoDb.use();
    }

    @BeforeEach
    void connect() {
        shop = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void products_comeInPages() {
        Page first = page("/api/v1/products?size=20");
        Page last = page("/api/v1/products?size=20&page=2");
        Page beyond = page("/api/v1/products?size=20&page=3");

        assertThat(first).extracting(Page::page, Page::size, Page::total).containsExactly(0, 20, 48);
        assertThat(first.products()).hasSize(20);
        assertThat(last.products()).hasSize(8).doesNotContainAnyElementsOf(first.products());
        assertThat(beyond.products()).isEmpty();
        assertThat(page("/api/v1/products").size()).isEqualTo(24);
    }

    @Test
    void products_inARangeOfPrices_cheapestFirst() {
        Page found = page("/api/v1/products?category=audio&price=50..100&sort=price");

        assertThat(found.total()).isPositive().isLessThan(8);
        assertThat(found.products())
                .extracting(product -> new BigDecimal(
                        ((Map<?, ?>) product.get("price")).get("amount").toString()))
                .isSorted()
                .allMatch(
                        price -> price.compareTo(new BigDecimal(50)) >= 0 && price.compareTo(new BigDecimal(100)) <= 0);
    }

    @Test
    void product_hasAllThatAPageShows() {
        shop.get()
                .uri("/api/v1/products/2001492513595")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"id":"2001492513595","name":"Barrel Portable Speaker","brand":"Larkspoke","category":"audio",
                         "price":{"amount":64.90,"currency":"USD"},
                         "picture":"/images/products/2001492513595.svg","featured":false}
                        """)
                .jsonPath("$.description")
                .isNotEmpty();
    }

    @Test
    void categories_sayHowManyProductsTheyHave() {
        shop.get()
                .uri("/api/v1/categories")
                .exchange()
                .expectBody()
                .jsonPath("$.categories.length()")
                .isEqualTo(6)
                .jsonPath("$.categories[0]")
                .isEqualTo(Map.of("id", "audio", "name", "Audio", "products", 8));
    }

    @Test
    void searchByIds_answersTheKnownOnes() {
        assertThat(page("/api/v1/products?ids=2001492513595,0000000000000").total())
                .isEqualTo(1);
        assertThat(page("/api/v1/products?ids=").products()).isEmpty();
        assertThat(page("/api/v1/products?ids=2001492513595").size()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"0000000000000", "4006381333932"})
    void unknownProduct_isNotFound(String id) {
        shop.get()
                .uri("/api/v1/products/{id}", id)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:unknown-product")
                .jsonPath("$.title")
                .isEqualTo("Unknown product")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains(id));
    }

    @ParameterizedTest
    @CsvSource({
        "size=0,size,greater than or equal to 1",
        "size=101,size,less than or equal to 100",
        "size=many,size,must be a whole number",
        "page=-1,page,greater than or equal to 0",
        "featured=perhaps,featured,must be true or false",
        "category=No!,category,category's id",
        "ids=LONG,ids,at most 100",
        "query=LONG,query,100",
        "ids=x,ids,must be a 13-digit EAN",
        "sort=brand,sort,'must be name, price or -price'",
        "price=cheap,price,must be a range of prices",
        "price=50..20,price,must begin with the lower price"
    })
    void badInput_isNamed(String query, String field, String message) {
        String tooLong = "2001492513595,".repeat(101) + "2001492513595";
        shop.get()
                .uri("/api/v1/products?" + query.replace("LONG", tooLong))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:malformed-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .value(String.class, said -> assertThat(said).contains(message));
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health/readiness", "/actuator/health/liveness", "/actuator/prometheus"})
    void operators_findTheUsualPagesOnTheManagementPort(String path) {
        shop.get()
                .uri("http://localhost:" + management + path)
                .exchange()
                .expectStatus()
                .isOk();
        shop.get().uri(path).exchange().expectStatus().isNotFound();
    }

    @Test
    void description_isPublic() {
        shop.get().uri("/openapi.json").exchange().expectStatus().isOk();
    }

    private Page page(String uri) {
        Page page = shop.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Page.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).isNotNull();
        return page;
    }

    record Page(List<Map<String, Object>> products, int page, int size, int total) {}
}
