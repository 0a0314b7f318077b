package com.anycompany.shop.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.service.spring.contract.LocalDynamoDb;
import com.anycompany.shop.payment.method.Card;
import com.anycompany.shop.payment.method.CardNumber;
import com.anycompany.shop.payment.method.SecurityCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
            "xray.sampling.central=false",
            "xray.sampling.fallback-rate=1",
            "logging.level.org.springframework.web=DEBUG",
            "logging.level.com.anycompany=TRACE"
        })
@Import(TraceDocuments.InPlace.class)
@ExtendWith(OutputCaptureExtension.class)
class CardSecrecyTests {

    private static final String CODE = "987";

    /** The code as a value of its own; an order's or a trace's random id may well hold its three digits. */
    private static final String STANDS_ALONE = "(?<![0-9a-f])" + CODE + "(?![0-9a-f])";

    @Autowired
    DynamoDbClient dynamoDb;

    @Autowired
    TraceDocuments documents;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        LocalDynamoDb.use();
        properties.add("payment.processor.timeout", () -> "20ms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "4242424242424241",
                "4000000000000002",
                "4000000000000119",
                "4000000000000341"
            })
    void numberThatIsProcessedOrRefused_isSeenNowhere(String number, CapturedOutput output) throws Exception {
        String order = UUID.randomUUID().toString();

        String answer = post(order, Requests.card(order, number, "12/39", CODE));

        assertNowhere(number, List.of(answer, output.getAll(), everythingStored(), everythingTraced()));
        assertThat(answer).doesNotContainPattern(STANDS_ALONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"card\":\"4242424242424242\"|malformed-request",
                "\"card\":{\"number\":4242424242424242}|malformed-request",
                "\"card\":{\"number\":[\"4242424242424242\"]}|malformed-request",
                "\"card\":{\"number\":{\"4242424242424242\":1}}|malformed-request",
                "\"card\":[4242424242424242]|malformed-request",
                "\"amount\":\"4242424242424242\"|malformed-request",
                "\"amount\":{\"amount\":\"4242424242424242x\"}|malformed-request",
                "\"card\": 4242424242424242x|malformed-request",
                "\"card\": x4242424242424242|malformed-request"
            })
    void numberInTheWrongPlace_isSeenNowhere(String member, String problem, CapturedOutput output) throws Exception {
        String order = UUID.randomUUID().toString();

        String answer = post(order, "{\"orderId\":\"%s\",\"method\":\"card\",%s}".formatted(order, member));

        assertNowhere("4242424242424242", List.of(answer, output.getAll(), everythingTraced()));
        assertThat(answer).contains("urn:problem:" + problem);
    }

    @Test
    void cardAndCode_printMasked() {
        Card card = new Card(CardNumber.of("4242424242424242"), "12/39", SecurityCode.of(CODE), "Ada");

        assertThat(card.toString()).contains("•••• 4242").doesNotContain("4242424242424242", CODE);
    }

    private static void assertNowhere(String number, List<String> places) {
        assertThat(places).allSatisfy(place -> assertThat(place).doesNotContain(number));
    }

    private String everythingTraced() {
        assertThat(documents.sent).isNotEmpty();
        return documents.sent.toString();
    }

    private String everythingStored() {
        return dynamoDb.scan(s -> s.tableName("Payments")).items().toString();
    }

    /** With the JDK's client: Spring's would log what it sends. */
    private String post(String order, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/payments"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", order)
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
