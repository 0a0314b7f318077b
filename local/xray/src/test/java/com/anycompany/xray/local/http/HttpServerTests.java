package com.anycompany.xray.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTests {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:2000,, 200",
        "127.0.0.1:2000,, 200",
        "[::1]:2000,, 200",
        "tracing.example,, 200",
        "rebound.example:2000,, 403",
        "localhost.evil.example,, 403",
        "localhost:2000, http://localhost:2000, 200",
        "localhost:2000, http://evil.example, 403",
        "localhost:2000, http://localhost:8080, 403",
        "localhost:2000, null, 403"
    })
    void hostAndOrigin_mustBeOurs(String host, String origin, int status) throws IOException {
        String headers = "Host: " + host + "\r\n" + (origin == null ? "" : "Origin: " + origin + "\r\n");
        String answer = raw("POST /GetSamplingRules HTTP/1.1\r\n" + headers
                + "Content-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "{",
                "{\"TraceSegmentDocuments\":7}",
                "{\"TraceSegmentDocuments\":[7]}",
                "{\"StartTime\":\"2026-01-01T00:00:00Z\",\"EndTime\":1}"
            })
    void malformedBody_isAClientError(String body) {
        for (String path : new String[] {"/TraceSegments", "/ServiceGraph", "/TraceSummaries"}) {
            HttpResponse<String> answer = server.post(path, body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("x-amzn-ErrorType")).isPresent();
            assertThat(answer.body()).startsWith(isValidation(answer) ? "{\"message\":" : "{\"Message\":");
        }
    }

    private static boolean isValidation(HttpResponse<String> answer) {
        return answer.headers().firstValue("x-amzn-ErrorType").orElseThrow().equals("ValidationException");
    }

    @Test
    void bodyBeyondTheLimit_isRefused() {
        assertThat(server.post("/TraceSegments", "x".repeat(Endpoint.MAX_BODY_BYTES + 1))
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/local/events?a=%", "/actuator/metrics/xray.store.bytes?tag=%zz"})
    void queryThatCantBeRead_isAClientError(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void unknownOperation_is404_inTheWordsOfTheService() {
        HttpResponse<String> answer = server.post("/Nonsense", "{}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("UnknownOperationException");
        assertThat(server.get("/TraceSegments").statusCode()).isEqualTo(405);
    }

    @Test
    void health_isUp_andMetricsHaveTheCounters() {
        assertThat(server.get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(server.get("/actuator/prometheus").body())
                .contains("xray_documents_received_total", "reason=\"InvalidName\"", "xray_store_bytes");
    }

    @Test
    void events_areKeptAndFound() {
        assertThat(server.post("/local/events", "{\"time\":100,\"type\":\"kill\",\"title\":\"cart killed\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.get("/local/events?start=100&end=101").body()).contains("cart killed");
        assertThat(server.get("/local/events?start=101").body()).doesNotContain("cart killed");
        assertThat(server.get("/local/events?start=x").statusCode()).isEqualTo(400);
        assertThat(server.post("/local/events", "{\"type\":\"kill\"}").body()).contains("title is required");
    }

    @Test
    void webJars_areServedForEver_packed() {
        HttpResponse<String> script = server.get("/webjars/dagrejs__dagre/3.1.3/dist/dagre.esm.js");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
        assertThat(script.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(value -> assertThat(value).doesNotContain("unsafe"));
    }

    /** A browser asks each time, so no new version hides behind an old one; but what it has it isn't sent again. */
    @Test
    void consolesFiles_areSentAgainOnlyIfTheyAreOthers() {
        HttpResponse<String> first = server.get("/console/bundle/app.js");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(server.get("/console/bundle/styles.css").headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(Optional.of(tag));

        HttpResponse<String> again = server.get("/console/bundle/app.js", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        HttpResponse<String> other = server.get("/console/bundle/app.js", "If-None-Match", "W/\"older\"");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/bundle/dom.js",
                "/com/anycompany/xray/local/XRayLocal.class",
                "/console/../META-INF/MANIFEST.MF",
                "/console/%2e%2e/META-INF/MANIFEST.MF",
                "/webjars/../../MANIFEST.MF",
                "/nothing.html",
                "/META-INF/maven/plugin.json"
            })
    void onlyTheConsolesFiles_areServed(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 40[04].*");
    }
}
