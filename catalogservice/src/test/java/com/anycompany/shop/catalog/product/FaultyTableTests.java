package com.anycompany.shop.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.capacitydb.CapacityDb;
import com.anycompany.service.spring.contract.FaultyDynamoDb;
import com.anycompany.service.spring.contract.FaultyDynamoDb.Fault;
import com.anycompany.service.spring.contract.LocalDynamoDb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Each kind of read of a table that lacks capacity or doesn't answer. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"test.table=faulty", "service.dynamodb.check-interval=0s"})
class FaultyTableTests {

    private static final String SPEAKER = "/api/v1/products/2001492513595";
    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final FaultyDynamoDb TABLE =
            new FaultyDynamoDb(CapacityDb.startInMemory(Clock.systemUTC()).endpoint());

    @LocalServerPort
    int port;

    RestTestClient shop;

    @BeforeAll
    static void useIt() {
        LocalDynamoDb.use(TABLE.endpoint());
    }

    @BeforeEach
    void connect() {
        TABLE.fail(Fault.NONE, 0);
        shop = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SPEAKER,
                "/api/v1/products",
                "/api/v1/products?category=audio",
                "/api/v1/products?featured=true",
                "/api/v1/products?ids=2001492513595",
                "/api/v1/categories"
            })
    void tableWithoutCapacity_isSaidAfterThreeAttempts(String uri) {
        TABLE.fail(Fault.THROTTLED, ALWAYS);

        Instant start = Instant.now();
        unavailable(uri, "table-throttled");

        assertThat(TABLE.calls()).isEqualTo(3);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void shortLackOfCapacity_isNotSeen() {
        TABLE.fail(Fault.THROTTLED, 2);

        shop.get().uri(SPEAKER).exchange().expectStatus().isOk();
    }

    @Test
    void batchThatStaysUnprocessed_isSaidAfterThreeAttempts() {
        TABLE.fail(Fault.BATCHES_UNPROCESSED, ALWAYS);

        unavailable("/api/v1/products?ids=2001492513595", "table-throttled");
        assertThat(TABLE.calls()).isEqualTo(3);
    }

    @Test
    void batchThatIsUnprocessedOnce_isCompletedByASecondCall() {
        TABLE.fail(Fault.BATCHES_UNPROCESSED, 1);

        shop.get()
                .uri("/api/v1/products?ids=2001492513595")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
        assertThat(TABLE.calls()).isEqualTo(2);
    }

    @Test
    void tableThatDoesntAnswer_isUnavailableAndComesBack() {
        TABLE.fail(Fault.UNREACHABLE, ALWAYS);
        unavailable(SPEAKER, "table-unavailable");

        TABLE.fail(Fault.NONE, 0);
        shop.get().uri(SPEAKER).exchange().expectStatus().isOk();
    }

    private void unavailable(String uri, String slug) {
        shop.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "1")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:" + slug)
                .jsonPath("$.detail")
                .isNotEmpty();
    }
}
