package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call to another service says about itself. */
class HttpCallTests extends TracedService {

    @Test
    void groupCall_isOneRemoteSubsegmentNamedAfterTheGroup() {
        JsonNode segment = served("/group/status/200");

        JsonNode call = onlyCall(segment);
        assertThat(call.path("name").asText()).isEqualTo("backend");
        assertThat(call.path("namespace").asText()).isEqualTo("remote");
        assertThat(call.at("/http/request/method").asText()).isEqualTo("GET");
        assertThat(call.at("/http/request/url").asText()).isEqualTo(backend.url() + "/status/200");
        assertThat(call.at("/http/response/status").asInt()).isEqualTo(200);
        assertThat(call.at("/http/response/content_length").asInt()).isEqualTo(2);
        assertThat(backend.traceHeaders())
                .containsExactly("Root=" + segment.path("trace_id").asText() + ";Parent="
                        + call.path("id").asText() + ";Sampled=1");
    }

    @ParameterizedTest
    @CsvSource({"204, ok", "404, error", "429, error throttle", "500, fault"})
    void status_decidesTheOutcome(int status, String outcome) {
        JsonNode call = onlyCall(served("/group/status/" + status));

        assertThat(call.at("/http/response/status").asInt()).isEqualTo(status);
        assertThat(flags(call)).isEqualTo(outcome);
    }

    @Test
    void callOfBuiltClient_isNamedAfterTheHostAndHidesTheQuery() {
        JsonNode call = onlyCall(served("/builder"));

        assertThat(call.path("name").asText()).isEqualTo("127.0.0.1");
        assertThat(call.at("/http/request/url").asText()).isEqualTo(backend.url() + "/status/200");
    }

    @Test
    void callWithNameAttribute_isNamedAfterIt() {
        assertThat(onlyCall(served("/named")).path("name").asText()).isEqualTo("shipper");
    }

    @Test
    void refusedCall_isFaultThatSaysWho_andTheSegmentRefersToIt() {
        JsonNode segment = served("/refused?url=http://127.0.0.1:9/x");

        JsonNode call = onlyCall(segment);
        JsonNode exception = call.at("/cause/exceptions/0");
        assertThat(flags(call)).isEqualTo("fault");
        assertThat(call.has("end_time")).isTrue();
        assertThat(exception.path("type").asText()).isEqualTo(ConnectException.class.getName());
        assertThat(exception.path("message").asText()).contains("127.0.0.1:9");
        assertThat(flags(segment)).isEqualTo("fault");
        assertThat(segment.at("/cause/exceptions")).hasSize(1);
        assertThat(segment.at("/cause/exceptions/0/cause").asText())
                .as("what the ResourceAccessException was caused by")
                .isEqualTo(exception.path("id").asText());
    }

    @Test
    void slowCall_isFault() {
        JsonNode call = onlyCall(served("/slow"));

        assertThat(flags(call)).isEqualTo("fault");
        assertThat(call.path("end_time").asDouble() - call.path("start_time").asDouble())
                .isGreaterThanOrEqualTo(0.25);
        assertThat(call.path("name").asText()).isEqualTo("impatient");
        assertThat(call.at("/cause/exceptions/0/message").asText()).isNotBlank();
    }

    @Test
    void everyAttempt_isItsOwnSubsegment() {
        JsonNode segment = served("/group/flaky");

        assertThat(Documents.subsegments(segment))
                .extracting(TracedService::flags)
                .containsExactly("fault", "ok");
        assertThat(backend.traceHeaders()).doesNotHaveDuplicates();
    }

    @Test
    void parallelCalls_keepTheirContext() {
        JsonNode segment = served("/parallel/8");

        assertThat(Documents.subsegments(segment)).hasSize(8);
        assertThat(backend.traceHeaders())
                .hasSize(8)
                .doesNotHaveDuplicates()
                .allMatch(header ->
                        header.startsWith("Root=" + segment.path("trace_id").asText()));
    }

    @Test
    void wrappedTask_keepsItsContextOnAnyThread() {
        assertThat(onlyCall(served("/thread")).path("name").asText()).isEqualTo("backend");
    }

    @Test
    void moreThanHundredCalls_allArrive() {
        String traceId = Browser.traceId(browser.get("/sequence/130"));

        List<JsonNode> documents =
                TracedService.documents.trace(traceId, all -> all.stream().anyMatch(Documents::isSegment));
        JsonNode segment =
                documents.stream().filter(Documents::isSegment).findFirst().orElseThrow();
        List<JsonNode> streamed =
                documents.stream().filter(d -> !Documents.isSegment(d)).toList();
        assertThat(streamed).isNotEmpty();
        assertThat(streamed)
                .allMatch(d ->
                        d.path("parent_id").asText().equals(segment.path("id").asText()));
        assertThat(streamed.size() + Documents.subsegments(segment).size()).isEqualTo(130);
    }

    @Test
    void callAfterTheResponse_isSentByItself() {
        TestCalls.responseSeen = new CountDownLatch(1);
        String traceId = Browser.traceId(browser.get("/late"));
        JsonNode segment = documents.segment(traceId);
        TestCalls.responseSeen.countDown();

        JsonNode late = documents.trace(traceId, all -> all.size() > 1).get(1);
        assertThat(late.path("type").asText()).isEqualTo("subsegment");
        assertThat(late.path("parent_id").asText()).isEqualTo(segment.path("id").asText());
        assertThat(late.path("name").asText()).isEqualTo("backend");
        assertThat(backend.traceHeaders().get(0))
                .contains("Parent=" + late.path("id").asText());
    }

    private static JsonNode onlyCall(JsonNode segment) {
        List<JsonNode> calls = Documents.subsegments(segment);
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }
}
