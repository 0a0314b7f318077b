package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a served request says about itself. */
@SpringBootTest(
        classes = TestService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=testservice",
            "xray.sampling.central=false",
            "xray.sampling.fallback-rate=1"
        })
class ServedRequestTests {

    private static final Documents documents = new Documents();

    @LocalServerPort
    private int port;

    private Browser browser;

    @DynamicPropertySource
    static void daemon(DynamicPropertyRegistry properties) {
        properties.add("xray.daemon-address", documents::address);
    }

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void answeredRequest_isSegmentNamedAfterTheApplication() {
        JsonNode segment = served("/ok?secret=1");

        assertThat(segment.path("name").asText()).isEqualTo("testservice");
        assertThat(segment.at("/http/request/method").asText()).isEqualTo("GET");
        assertThat(segment.at("/http/request/url").asText()).endsWith("/ok");
        assertThat(segment.at("/http/response/status").asInt()).isEqualTo(200);
        assertThat(segment.path("end_time").asDouble())
                .isGreaterThanOrEqualTo(segment.path("start_time").asDouble());
        assertThat(flags(segment)).isEqualTo("ok");
    }

    @ParameterizedTest
    @CsvSource({
        "200, ok",
        "204, ok",
        "302, ok",
        "400, error",
        "404, error",
        "429, error throttle",
        "500, fault",
        "503, fault"
    })
    void status_decidesTheOutcome(int status, String outcome) {
        JsonNode segment = served("/status/" + status);

        assertThat(segment.at("/http/response/status").asInt()).isEqualTo(status);
        assertThat(flags(segment)).isEqualTo(outcome);
        assertThat(segment.has("cause")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json"})
    void uncaughtException_isFaultWithStatusAndCauseOnce(String accept) {
        HttpResponse<String> response = browser.get("/boom", "Accept", accept);

        JsonNode segment = documents.segment(Browser.traceId(response));
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(segment.at("/http/response/status").asInt()).isEqualTo(500);
        assertThat(flags(segment)).isEqualTo("fault");
        assertThat(segment.at("/cause/exceptions")).hasSize(2);
        assertThat(segment.at("/cause/exceptions/0/type").asText()).isEqualTo(IllegalStateException.class.getName());
        assertThat(segment.at("/cause/exceptions/0/message").asText()).isEqualTo("boom");
        assertThat(segment.at("/cause/exceptions/1/message").asText()).isEqualTo("inner");
        assertThat(segment.at("/cause/exceptions/0/cause").asText())
                .isEqualTo(segment.at("/cause/exceptions/1/id").asText());
        assertThat(documents.of(Browser.traceId(response))).hasSize(1);
    }

    @Test
    void errorPage_showsTheTraceId() {
        HttpResponse<String> response = browser.get("/boom", "Accept", "text/html");

        String traceId = Browser.traceId(response);
        assertThat(response.body()).isEqualTo("trace " + traceId + ", and still " + traceId);
    }

    @Test
    void exceptionHandledAsServerError_isCauseOfTheSegment() {
        JsonNode segment = served("/unavailable");

        assertThat(segment.at("/http/response/status").asInt()).isEqualTo(503);
        assertThat(flags(segment)).isEqualTo("fault");
        assertThat(segment.at("/cause/exceptions/0/message").asText()).isEqualTo("no stock list");
    }

    @Test
    void exceptionHandledAsClientError_isNoFault() {
        JsonNode segment = served("/declined");

        assertThat(segment.at("/http/response/status").asInt()).isEqualTo(402);
        assertThat(flags(segment)).isEqualTo("error");
        assertThat(segment.has("cause")).isFalse();
    }

    private JsonNode served(String path) {
        return documents.segment(Browser.traceId(browser.get(path)));
    }

    static String flags(JsonNode entity) {
        StringBuilder flags = new StringBuilder();
        for (String flag : new String[] {"fault", "error", "throttle"}) {
            if (entity.path(flag).asBoolean()) {
                flags.append(flags.isEmpty() ? "" : " ").append(flag);
            }
        }
        return flags.isEmpty() ? "ok" : flags.toString();
    }
}
