package com.anycompany.xray.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.TestServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Log records and metrics that come by OTLP over HTTP. */
class LogReceiverTests {

    private static final String TRACE = "5b8efff798038103d269b633813fc60c";
    private static final String SPAN = "eee19b7ec3c1b174";

    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.withOtlpPorts(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String record(String trace, long nanos, String members) {
        return """
            {"timeUnixNano": "%d", "traceId": "%s", "spanId": "%s", %s}\
            """.formatted(nanos, trace, SPAN, members);
    }

    private HttpResponse<String> export(String... records) {
        String body = """
            {"resourceLogs": [{"resource": {"attributes": [
                {"key": "service.name", "value": {"stringValue": "cart"}}]},
              "scopeLogs": [{"scope": {"name": "com.example.Carts"}, "logRecords": [%s], "later": 1}]}]}\
            """.formatted(String.join(",", records));
        return server.post("/v1/logs", body, "Content-Type", "application/json");
    }

    private String logs() {
        return server.get("/local/logs?trace=" + TRACE).body();
    }

    private String status() {
        return server.get("/local/status").body();
    }

    @Test
    void records_comeBackInOrderOfTime_withSeverityAndSpan() {
        HttpResponse<String> answer = export(
                record(TRACE, 1_764_590_400_500_000_001L, """
                    "severityNumber": 17, "severityText": "ERROR", "body": {"stringValue": "late"},
                    "attributes": [{"key": "n", "value": {"intValue": "7"}}]\
                    """),
                record(
                        TRACE,
                        1_764_590_400_000_000_000L,
                        "\"severityNumber\": \"SEVERITY_NUMBER_INFO2\", \"body\": {\"stringValue\": \"early\"}"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{}");
        assertThat(logs())
                .isEqualTo("{\"records\":["
                        + "{\"time\":1764590400.000000000,\"severity\":\"INFO\",\"severityNumber\":10,\"body\":\"early\","
                        + "\"service\":\"cart\",\"logger\":\"com.example.Carts\",\"spanId\":\"eee19b7ec3c1b174\"},"
                        + "{\"time\":1764590400.500000001,\"severity\":\"ERROR\",\"severityNumber\":17,\"body\":\"late\","
                        + "\"service\":\"cart\",\"logger\":\"com.example.Carts\",\"spanId\":\"eee19b7ec3c1b174\","
                        + "\"attributes\":{\"n\":7}}],\"leftOut\":0}");
    }

    @Test
    void counters_addUp() {
        HttpResponse<String> answer = export(
                record(TRACE, 1, "\"body\": {\"stringValue\": \"kept\"}"),
                record("", 2, "\"body\": {\"stringValue\": \"of no trace\"}"),
                record("0".repeat(32), 3, "\"body\": {\"stringValue\": \"of no trace\"}"),
                record("00ff", 4, "\"body\": {\"stringValue\": \"of a wrong trace\"}"),
                record(TRACE, 5, "\"body\": {\"stringValue\": \"" + "x".repeat(300_000) + "\"}"));
        assertThat(answer.body())
                .contains("\"rejectedLogRecords\":\"2\"", "2 of 5 log records", "32 hexadecimal digits");
        assertThat(status())
                .contains("\"logRecords\":{\"received\":5,\"stored\":1,\"rejected\":2,\"dropped\":2,"
                        + "\"droppedByReason\":{\"WITHOUT_TRACE\":2},\"kept\":1,");
        assertThat(server.get("/actuator/prometheus").body())
                .contains("xray_log_records_received_total 5.0", "xray_log_records_stored_total 1.0");
    }

    @Test
    void records_areThereAfterARestart() {
        export(record(TRACE, 1, "\"body\": {\"stringValue\": \"kept\"}"));
        String before = logs();
        server.close();
        server = TestServer.withOtlpPorts(folder);
        assertThat(before).contains("\"kept\"");
        assertThat(logs()).isEqualTo(before);
    }

    @Test
    void metrics_areAnswered_andCounted() {
        byte[] metric = OtlpBytes.metric("cart");
        String body = new String(metric, StandardCharsets.ISO_8859_1);
        assertThat(body).contains("requests");
        HttpResponse<String> json = server.post(
                "/v1/metrics",
                "{\"resourceMetrics\": [{\"scopeMetrics\": [{\"metrics\": [{\"gauge\": {\"dataPoints\": [{}, {},"
                        + " {}]}}]}]}]}",
                "Content-Type",
                "application/json");
        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(json.body()).isEqualTo("{}");
        assertThat(status()).contains("\"metricPoints\":{\"received\":3}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"resourceLogs\": 7}",
                "{\"resourceLogs\": [{\"scopeLogs\": [{\"logRecords\": [{\"body\": 7}]}]}]}"
            })
    void malformed_isAStatus(String body) {
        HttpResponse<String> answer = server.post("/v1/logs", body, "Content-Type", "application/json");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":3", "message");
    }

    @Test
    void logsOfAWrongId_areRefused() {
        assertThat(server.get("/local/logs?trace=x").statusCode()).isEqualTo(400);
        assertThat(server.get("/local/logs").body()).contains("trace must be a trace id");
    }
}
