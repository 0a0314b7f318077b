package com.anycompany.shop.order.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.xray.entities.TraceID;
import com.anycompany.service.spring.contract.LocalDynamoDb;
import com.anycompany.shop.order.Neighbours;
import com.anycompany.shop.order.Shopper;
import com.anycompany.shop.order.TestClock;
import com.anycompany.shop.order.TraceDocuments;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What a checkout, and the sweeper that finishes one, leave in the trace. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"orders.settlement.every=1h", "xray.sampling.central=false", "xray.sampling.fallback-rate=1"})
@Import({TestClock.InPlace.class, TraceDocuments.InPlace.class})
class OrderTraceTests {

    private static final Neighbours neighbours = Neighbours.SHARED;
    private static final String CALLER = "53995c3f42cd8ad8";

    @LocalServerPort
    int port;

    @Autowired
    TraceDocuments documents;

    @Autowired
    Sweeper sweeper;

    private final Shopper shopper = new Shopper();
    private final String traceId = TraceID.create().toString();

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        LocalDynamoDb.use();
        neighbours.register(properties);
    }

    @BeforeEach
    void reset() {
        neighbours.reset();
    }

    /** The recommendations hang, so that the background call outlives the request; its worker may even begin it later. */
    @Test
    void checkout_showsItsStepsItsTableAndItsNeighbours() {
        neighbours.faults.put("POST /api/v1/baskets", Neighbours.Fault.ANSWERS_LATE);
        submitTraced(201);

        JsonNode segment = segments(1).get(0);
        assertThat(segment.get("name").asString()).isEqualTo("orderservice");
        assertThat(segment.get("parent_id").asString()).isEqualTo(CALLER);
        assertThat(segment.at("/annotations/shopper_id").asString()).isEqualTo(shopper.id);
        assertThat(segment.at("/annotations/order_id").asString())
                .isEqualTo(shopper.order(port).get("id").asString());
        assertThat(TraceDocuments.paths(segment))
                .contains(
                        "placeOrder",
                        "placeOrder/cartservice",
                        "placeOrder/priceCart",
                        "placeOrder/priceCart/catalogservice",
                        "placeOrder/Orders.TransactWriteItems",
                        "placeOrder/pay/paymentservice",
                        "placeOrder/Orders.UpdateItem");
        await().until(
                        () -> documents.ofTrace(traceId).stream().flatMap(OrderTraceTests::calls),
                        calls -> calls.anyMatch("recommendationservice"::equals));
    }

    /** The names of all that a document tells of; a late subsegment is a document of its own. */
    private static Stream<String> calls(JsonNode document) {
        return Stream.concat(
                Stream.of(document.get("name").asString()),
                TraceDocuments.paths(document).stream().map(path -> path.substring(path.lastIndexOf('/') + 1)));
    }

    @Test
    void settledOrder_showsInTheCheckoutsOwnTrace_underTheSameCaller() {
        neighbours.faults.put("POST /api/v1/payments", Neighbours.Fault.LOSES_ANSWER);
        submitTraced(202);
        neighbours.reset();
        TestClock.SHARED.advance(Duration.ofSeconds(40));
        sweeper.sweep();

        JsonNode settlement = segments(2).get(1);
        assertThat(settlement.get("name").asString()).isEqualTo("orderservice");
        assertThat(settlement.get("parent_id").asString()).isEqualTo(CALLER);
        assertThat(settlement.at("/annotations/settlement").asBoolean()).isTrue();
        assertThat(settlement.at("/annotations/order_id").asString())
                .isEqualTo(shopper.order(port).get("id").asString());
        assertThat(TraceDocuments.paths(settlement))
                .contains("settle/paymentservice", "settle/Orders.UpdateItem", "settle/recommendationservice");
        assertThat(shopper.order(port).get("status").asString()).isEqualTo("CONFIRMED");
    }

    @Test
    void sweepThatFindsNothing_leavesNoTrace() {
        TestClock.SHARED.advance(Duration.ofSeconds(40));
        sweeper.sweep();
        int before = documents.sent.size();

        sweeper.sweep();
        sweeper.sweep();

        assertThat(documents.sent).hasSize(before);
    }

    private void submitTraced(int status) {
        Shopper.http(port)
                .post()
                .uri("/api/v1/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", shopper.key)
                .header("X-Amzn-Trace-Id", "Root=" + traceId + ";Parent=" + CALLER + ";Sampled=1")
                .body(shopper.submission(Shopper.GOOD_CARD))
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    /** Whole segments only: what a worker began after its segment was sent travels by itself. */
    private List<JsonNode> segments(int expected) {
        return await().until(
                        () -> documents.ofTrace(traceId).stream()
                                .filter(document ->
                                        !document.path("type").asString("").equals("subsegment"))
                                .toList(),
                        segments -> segments.size() == expected);
    }
}
