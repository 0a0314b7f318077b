package com.anycompany.xray.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.SettableClock;
import com.anycompany.xray.local.TestServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exporters that send to a path or in a protocol that isn't served are told what to set. */
class MisdirectedExportsTests {

    private final SettableClock clock = new SettableClock(Instant.ofEpochSecond(1_480_680_000));
    private final TestServer server = new TestServer(clock);

    @AfterEach
    void stop() {
        server.close();
    }

    private String rejected() {
        return server.get("/local/rejected").body();
    }

    private int entries() {
        return rejected().split("\"UnexpectedPath\"", -1).length - 1;
    }

    @ParameterizedTest
    @CsvSource({
        "/opentelemetry.proto.collector.trace.v1.TraceService/Export, OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
        "/otlp/v1/metrics, OTLP is received at /v1/traces",
        "/v1/logs/, OTLP is received at /v1/traces",
        "/v1development/profiles, 'X-Ray Local takes traces, logs and metrics'",
        "/v1/traces/v1/traces, which is used as it is",
        "/otlp/v1/traces, OTLP is received at /v1/traces",
        "/v1/traces/, OTLP is received at /v1/traces",
        "/V1/Traces, OTLP is received at /v1/traces",
        "/v1/trace, OTLP is received at /v1/traces",
        "/v1/spans, OTLP is received at /v1/traces",
        "/zipkin, OTEL_TRACES_EXPORTER=otlp",
        "/v0.4/traces, OTEL_TRACES_EXPORTER=otlp",
        "/api/v2/spans, OTEL_TRACES_EXPORTER=otlp",
        "/api/traces, OTEL_TRACES_EXPORTER=otlp"
    })
    void exportToAnotherPath_isToldWhatToSet(String path, String advice) {
        HttpResponse<String> answer = server.post(path, "x");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("there is no operation at POST " + path);
        assertThat(answer.body()).contains(advice);
        assertThat(rejected()).contains("\"source\":\"http\"", "UnexpectedPath", "POST " + path, advice);
        assertThat(rejected()).contains("http://localhost:" + server.port());
    }

    @Test
    void protobufToTheRoot_isToldThePath() {
        assertThat(server.post("/", "x", "Content-Type", "application/x-protobuf")
                        .body())
                .contains("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://localhost:" + server.port() + "/v1/traces");
    }

    @Test
    void grpcByContentType_isTold() {
        assertThat(server.post("/anything", "x", "Content-Type", "application/grpc+proto")
                        .body())
                .contains("OTLP over gRPC needs HTTP/2");
    }

    @Test
    void repeatedExports_areReportedOnceAMinute() {
        for (int i = 0; i < 20; i++) {
            server.post("/otlp/v1/metrics", "x");
        }
        assertThat(entries()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(61));
        server.post("/otlp/v1/metrics", "x");
        assertThat(entries()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Nonsense", "/", "/favicon.ico", "/api"})
    void otherUnknownPath_isJustNotThere(String path) {
        assertThat(server.post(path, "{}").statusCode()).isEqualTo(404);
        assertThat(entries()).isZero();
    }
}
