package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a served request says about itself. */
class ServedRequestTests extends TracedService {

    private static final String ROOT = "1-6b035fc9-9aab49fb09f76f812eb71031";

    @Test
    void answeredRequest_isSegmentNamedAfterTheApplication() {
        JsonNode segment = served("/ok?secret=1");

        assertThat(segment.path("name").asText()).isEqualTo("testservice");
        assertThat(segment.at("/http/request/method").asText()).isEqualTo("GET");
        assertThat(segment.at("/http/request/url").asText()).endsWith("/ok");
        assertThat(segment.at("/http/request/client_ip").asText()).isEqualTo("127.0.0.1");
        assertThat(segment.at("/http/response/status").asInt()).isEqualTo(200);
        assertThat(segment.at("/http/response/content_length").asInt()).isEqualTo(35);
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
    void errorPage_showsTheTraceIdAndBelongsToTheTrace() {
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

    @Test
    void asynchronousRequest_isOneSegment() {
        HttpResponse<String> response = browser.get("/async/ok");

        String traceId = Browser.traceId(response);
        JsonNode segment = documents.segment(traceId);
        assertThat(response.body()).isEqualTo(traceId);
        assertThat(segment.at("/http/response/status").asInt()).isEqualTo(200);
        assertThat(documents.of(traceId)).hasSize(1);
    }

    @Test
    void asynchronousException_isFaultWithCause() {
        JsonNode segment = served("/async/boom");

        assertThat(segment.at("/http/response/status").asInt()).isEqualTo(500);
        assertThat(flags(segment)).isEqualTo("fault");
        assertThat(segment.at("/cause/exceptions/0/message").asText()).isEqualTo("boom");
    }

    @Test
    void annotations_areOnTheSegment() {
        JsonNode segment = served("/annotated");

        assertThat(segment.path("user").asText()).isEqualTo("Ann");
        assertThat(segment.path("annotations").toString())
                .contains("\"order_id\":\"o-1\"", "\"items\":3", "\"express\":true");
    }

    @Test
    void incomingHeader_isContinued() {
        HttpResponse<String> response =
                browser.get("/ok", "X-Amzn-Trace-Id", "Root=" + ROOT + ";Parent=53995c3f42cd8ad8;Sampled=1");

        JsonNode segment = documents.await(d -> d.path("parent_id").asText().equals("53995c3f42cd8ad8"));
        assertThat(segment.path("trace_id").asText()).isEqualTo(ROOT);
        assertThat(Browser.traceId(response)).isEqualTo(ROOT);
    }

    @Test
    void incomingHeaderThatForbidsSampling_isObeyedAndPassedOn() {
        String root = "1-6b035fc9-000000000000000000000000";
        HttpResponse<String> response =
                browser.get("/group/status/200", "X-Amzn-Trace-Id", "Root=" + root + ";Sampled=0");
        served("/ok");

        assertThat(Browser.traceId(response)).isEqualTo(root);
        assertThat(backend.traceHeaders()).containsExactly("Root=" + root + ";Sampled=0");
        assertThat(documents.of(root)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "Root=1-2-3;Parent=x;Sampled=1", "Root=;Parent=;", "Root=<b>;;=;Sampled=7"})
    void malformedHeader_beginsNewTrace(String header) {
        JsonNode segment = served("/ok", "X-Amzn-Trace-Id", header);

        assertThat(segment.has("parent_id")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/css/shop.css", "/favicon.ico"})
    void ignoredPath_isNotTraced(String path) {
        HttpResponse<String> response = browser.get(path);

        assertThat(response.body()).isEqualTo("none");
        assertThat(response.headers().firstValue("X-Amzn-Trace-Id")).isEmpty();
    }
}
