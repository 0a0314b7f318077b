package com.anycompany.xray.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.TestServer;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of AWS's OTLP endpoint, as the CloudWatch User Guide has them under "OTLP endpoints". */
class OtlpLimitsTests {

    private static final String PATH = "/v1/traces";
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final String TRACE = "6b0dd000aaaabbbbccccddddeeee%04x";
    private static TestServer server;
    private static int traces;

    private final String trace = TRACE.formatted(++traces);

    @BeforeAll
    static void start() {
        server = new TestServer(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String attribute(String key, int characters) {
        return "{\"key\": \"%s\", \"value\": {\"stringValue\": \"%s\"}}".formatted(key, "x".repeat(characters));
    }

    private static String span(String trace, String id, String parent, int kind, Instant start, String attributes) {
        return """
            {"traceId": "%s", "spanId": "%s", "parentSpanId": "%s", "name": "op", "kind": %d,
             "startTimeUnixNano": "%d000000000", "endTimeUnixNano": "%d100000000", "attributes": [%s]}\
            """.formatted(trace, id, parent, kind, start.getEpochSecond(), start.getEpochSecond(), attributes);
    }

    private String span(Instant start, String attributes) {
        return span(trace, "1111111111111111", "", 2, start, attributes);
    }

    private static HttpResponse<String> export(String resource, String scope, String spans) {
        String body = """
            {"resourceSpans": [{"resource": {"attributes": [
              {"key": "service.name", "value": {"stringValue": "probe"}}%s]},
              "scopeSpans": [{"scope": {"name": "s", "attributes": [%s]}, "spans": [%s]}]}]}\
            """.formatted(resource, scope, spans);
        return server.post(PATH, body, "Content-Type", "application/json");
    }

    private String stored() {
        String id = "1-" + trace.substring(0, 8) + "-" + trace.substring(8);
        return server.post("/Traces", "{\"TraceIds\": [\"" + id + "\"]}").body();
    }

    private static void assertRefused(HttpResponse<String> answer, String... reason) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"rejectedSpans\":\"1\"").contains(reason);
        assertThat(server.get("/local/rejected").body()).contains(reason);
    }

    /** Case 11. */
    @Test
    void spanOf200KB_isTaken_whole() {
        assertThat(export("", "", span(NOW, attribute("blob", 100_000))).body()).isEqualTo("{}");
        assertThat(stored()).contains("x".repeat(100_000));
        assertThat(export("", "", span(trace, "2222222222222222", "", 2, NOW, attribute("blob", 200_000)))
                        .body())
                .isEqualTo("{}");
        assertThat(stored()).contains("x".repeat(200_000));
    }

    @Test
    void largerSpan_isRefused_withItsLargestAttribute_andItsChildrenAreShown() {
        String large = span(NOW, attribute("blob", 300_000) + "," + attribute("tenant", 3));
        String child = span(trace, "2222222222222222", "1111111111111111", 1, NOW, attribute("of", 5));
        HttpResponse<String> answer = export("", "", large + "," + child);
        assertRefused(answer, "the span has 300,", "at most 204,800 are accepted", "the attribute blob has 300,000");
        assertThat(answer.body()).contains("1 of 2 spans");
        assertThat(stored())
                .contains("2222222222222222", "xxxxx")
                .contains(
                        "\\\"name\\\":\\\"probe\\\"", "\\\"tenant\\\":\\\"xxx\\\"", "\\\"refused\\\":\\\"the span has")
                .doesNotContain("x".repeat(300));
    }

    @Test
    void resourceAndScope_haveTheirOwnLimit() {
        assertThat(export("," + attribute("blob", 16_000), attribute("b", 16_000), span(NOW, ""))
                        .body())
                .isEqualTo("{}");
        assertRefused(
                export("," + attribute("blob", 17_000), "", span(NOW, "")),
                "the resource has 17,",
                "at most 16,384 are accepted");
        assertRefused(
                export("", attribute("blob", 17_000), span(NOW, "")),
                "the scope has 17,",
                "at most 16,384 are accepted");
    }

    @ParameterizedTest
    @CsvSource({"-1209599, true", "-1209601, false", "7199, true", "7201, false"})
    void times_mayBe14DaysBack_and2HoursAhead(long seconds, boolean taken) {
        HttpResponse<String> answer = export("", "", span(NOW.plusSeconds(seconds), ""));
        if (taken) {
            assertThat(answer.body()).isEqualTo("{}");
        } else {
            assertRefused(
                    answer,
                    "startTimeUnixNano is 20",
                    seconds < 0 ? "more than 14 days back" : "more than 2 hours ahead");
        }
    }

    /** Case 10; OpenTelemetry's specification, "SpanContext": an id of zeros only is invalid. */
    @Test
    void idsOfZeros_areRefused() {
        assertRefused(
                export("", "", span("0".repeat(32), "1111111111111111", "", 2, NOW, "")),
                "InvalidTraceId",
                "traceId has only zeros");
        assertRefused(
                export("", "", span(trace, "0".repeat(16), "", 2, NOW, "")), "InvalidId", "spanId has only zeros");
    }

    @Test
    void moreThan10000Spans_areRefusedAltogether() {
        String spans = IntStream.range(1, 10_002)
                .mapToObj(i -> "{\"traceId\":\"%s\",\"spanId\":\"%016x\"}".formatted(trace, i))
                .collect(Collectors.joining(","));
        HttpResponse<String> answer = export("", "", spans);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("10,000");
    }
}
