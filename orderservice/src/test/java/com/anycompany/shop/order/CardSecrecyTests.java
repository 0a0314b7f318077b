package com.anycompany.shop.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.service.spring.contract.LocalDynamoDb;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A card number appears in no log, no stored item, no trace and no answer, whatever goes wrong with it. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "orders.settlement.every=1h",
            "xray.sampling.central=false",
            "xray.sampling.fallback-rate=1",
            "logging.level.org.springframework.web=DEBUG",
            "logging.level.com.anycompany=TRACE"
        })
@Import({TestClock.InPlace.class, TraceDocuments.InPlace.class})
@ExtendWith(OutputCaptureExtension.class)
class CardSecrecyTests {

    private static final Neighbours neighbours = Neighbours.SHARED;

    @LocalServerPort
    int port;

    @Autowired
    DynamoDbClient dynamoDb;

    @Autowired
    TraceDocuments documents;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        LocalDynamoDb.use();
        neighbours.register(properties);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4242424242424242", "4242424242424241", "4000000000000002", "4000000000000341"})
    void numberThatIsPassedOnOrRefused_isSeenNowhere(String number, CapturedOutput output) throws Exception {
        neighbours.reset();
        Shopper shopper = new Shopper();

        String answer = post(shopper.key, shopper.submission(number));

        assertNowhere(number, answer, output);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"4242424242424242\"|invalid-request",
                "4242424242424242|invalid-request",
                "[\"4242424242424242\"]|invalid-request",
                "{\"4242424242424242\":\"4242424242424242\"}|invalid-request",
                "x4242424242424242|malformed-request"
            })
    void numberInTheWrongPlace_isSeenNowhere(String card, String problem, CapturedOutput output) throws Exception {
        neighbours.reset();
        Shopper shopper = new Shopper();
        String submission = shopper.submission(Shopper.GOOD_CARD).replaceAll("\"card\":\\{[^}]*}", "\"card\":" + card);

        String incomplete = post(shopper.key, "{\"payment\":{\"method\":\"card\",\"card\":%s}}".formatted(card));
        String whole = post(shopper.key, submission);

        assertThat(List.of(incomplete, whole)).allSatisfy(answer -> {
            assertThat(answer).contains("urn:problem:" + problem);
            assertNowhere("4242424242424242", answer, output);
        });
    }

    private void assertNowhere(String number, String answer, CapturedOutput output) {
        assertThat(answer).doesNotContain(number);
        assertThat(output.getAll()).doesNotContain(number);
        assertThat(dynamoDb.scan(s -> s.tableName("Orders")).items().toString()).doesNotContain(number);
        assertThat(documents.sent).isNotEmpty().allSatisfy(it -> assertThat(it).doesNotContain(number));
    }

    /** With the JDK's client: Spring's would log what it sends. */
    private String post(String key, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/orders"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
