package com.anycompany.xray.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.TestServer;
import com.anycompany.xray.local.http.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OTLP over gRPC, at X-Ray Local's own port and at that of its own: what is taken, and with which status the rest is refused. */
class GrpcEndpointTests {

    private static final String TRACES = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";
    private static final String LOGS = "/opentelemetry.proto.collector.logs.v1.LogsService/Export";
    private static final String METRICS = "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export";
    private static final int OK = 0;
    private static final int INVALID_ARGUMENT = 3;
    private static final int DEADLINE_EXCEEDED = 4;
    private static final int UNIMPLEMENTED = 12;
    private static final int INTERNAL = 13;
    private static final long NOW = Instant.now().getEpochSecond();

    private static TestServer server;
    private static GrpcCalls calls;
    private static int traces;

    private final String trace = "6c0dd000aaaabbbbccccddddeeee%04x".formatted(++traces);

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.withOtlpPorts(null);
        calls = new GrpcCalls(server.otlpPorts().grpc());
    }

    @AfterAll
    static void stop() throws Exception {
        calls.close();
        server.close();
    }

    private byte[] span() {
        return OtlpBytes.span("grpc-service", trace, "1111111111111111", NOW);
    }

    private static byte[] compressed(byte[] packed) {
        byte[] framed = GrpcMessage.framed(packed);
        framed[0] = 1;
        return framed;
    }

    private String stored() {
        String id = "1-" + trace.substring(0, 8) + "-" + trace.substring(8);
        return server.post("/Traces", "{\"TraceIds\": [\"" + id + "\"]}").body();
    }

    private static void assertRefused(GrpcCalls.Answer answer, int status, String text) {
        assertThat(answer.httpStatus()).isEqualTo(200);
        assertThat(answer.status()).as(answer.message()).isEqualTo(status);
        assertThat(answer.message()).contains(text);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().get("content-type")).isEqualTo("application/grpc");
    }

    @Test
    void span_isTaken_andTheAnswerIsAMessageWithTrailers() throws Exception {
        GrpcCalls.Answer answer = calls.call(TRACES, GrpcMessage.framed(span()));
        assertThat(answer.httpStatus()).isEqualTo(200);
        assertThat(answer.status()).isEqualTo(OK);
        assertThat(answer.trailers().get("grpc-status")).isEqualTo("0");
        assertThat(answer.body()).containsExactly(0, 0, 0, 0, 0);
        assertThat(stored()).contains("grpc-service");
    }

    @Test
    void gzip_isTaken() throws Exception {
        byte[] body = compressed(OtlpBytes.gzip(span()));
        assertThat(calls.call(TRACES, body, "grpc-encoding", "gzip").status()).isEqualTo(OK);
        assertThat(stored()).contains("grpc-service");
    }

    @Test
    void ownPort_takesItToo() throws Exception {
        try (GrpcCalls own = new GrpcCalls(server.port())) {
            assertThat(own.call(TRACES, GrpcMessage.framed(span())).status()).isEqualTo(OK);
        }
        assertThat(stored()).contains("grpc-service");
    }

    @Test
    void otherMethods_areUnimplemented() throws Exception {
        assertRefused(
                calls.call("/grpc.reflection.v1.ServerReflection/ServerReflectionInfo", new byte[5]),
                UNIMPLEMENTED,
                TRACES);
        assertRefused(calls.call("/", new byte[5]), UNIMPLEMENTED, "no method /");
        assertRefused(
                calls.call(TRACES, GrpcMessage.framed(span()), "content-type", "application/grpc+json"),
                UNIMPLEMENTED,
                "application/grpc+proto");
    }

    @Test
    void logsAndMetrics_areTaken() throws Exception {
        byte[] record = OtlpBytes.logRecord("grpc-service", trace, "1111111111111111", NOW * 1_000_000_000L, 13, "low");
        assertThat(calls.call(LOGS, GrpcMessage.framed(record)).status()).isEqualTo(OK);
        assertThat(server.get("/local/logs?trace=" + trace).body())
                .contains("\"body\":\"low\"", "\"severity\":\"WARN\"");
        assertThat(calls.call(METRICS, GrpcMessage.framed(OtlpBytes.metric("grpc-service")))
                        .status())
                .isEqualTo(OK);
    }

    @Test
    void refusedSpan_isAPartialSuccess() throws Exception {
        byte[] span = OtlpBytes.span("grpc-service", "0".repeat(32), "1111111111111111", NOW);
        GrpcCalls.Answer answer = calls.call(TRACES, GrpcMessage.framed(span));
        assertThat(answer.status()).isEqualTo(OK);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("1 of 1 spans were refused");
    }

    @ParameterizedTest
    @CsvSource({
        "00, 3, prefix of 5",
        "0000000005, 3, its prefix says 5",
        "000000000a0a64010203, 3, its prefix says 10",
        "00000000050a64010203, 3, ExportTraceServiceRequest",
        "00000000000000000000, 12, more than one message",
        "0200000000, 3, first byte",
        "0100000000, 13, grpc-encoding",
        "007fffffff, 3, send fewer spans"
    })
    void damagedBody_isRefused(String hex, int status, String text) throws Exception {
        byte[] body = java.util.HexFormat.of().parseHex(hex);
        assertRefused(calls.call(TRACES, body), status, text);
    }

    @Test
    void wrongCompression_isRefused() throws Exception {
        assertRefused(
                calls.call(TRACES, compressed(span()), "grpc-encoding", "gzip"),
                INVALID_ARGUMENT,
                "compressed with gzip");
        GrpcCalls.Answer answer = calls.call(TRACES, compressed(span()), "grpc-encoding", "snappy");
        assertRefused(answer, UNIMPLEMENTED, "send gzip");
        assertThat(answer.headers().get("grpc-accept-encoding")).isEqualTo("gzip");
        assertRefused(calls.call(TRACES, compressed(span())), INTERNAL, "grpc-encoding");
    }

    /** Trying again wouldn't help: neither RESOURCE_EXHAUSTED nor UNAVAILABLE. */
    @Test
    void tooMuch_isInvalid_packedOrNot() throws Exception {
        byte[] large = new byte[Endpoint.MAX_BODY_BYTES * 4];
        assertRefused(
                calls.call(TRACES, compressed(OtlpBytes.gzip(large)), "grpc-encoding", "gzip"),
                INVALID_ARGUMENT,
                "fewer spans");
        byte[] body = ByteBuffer.allocate(100 << 20)
                .put((byte) 0)
                .putInt((100 << 20) - 5)
                .array();
        try (GrpcCalls own = new GrpcCalls(server.otlpPorts().grpc())) {
            assertRefused(own.call(TRACES, body), INVALID_ARGUMENT, "fewer spans");
            assertThat(own.call(TRACES, GrpcMessage.framed(span())).status()).isEqualTo(OK);
        }
    }

    @Test
    void deadline_isKept() throws Exception {
        CompletableFuture<GrpcCalls.Answer> unfinished =
                calls.begin(TRACES, new byte[] {0, 0}, false, "grpc-timeout", "200m");
        assertRefused(unfinished.get(10, TimeUnit.SECONDS), DEADLINE_EXCEEDED, "didn't arrive");
        assertRefused(calls.call(TRACES, GrpcMessage.framed(span()), "grpc-timeout", "1n"), DEADLINE_EXCEEDED, "");
        assertThat(calls.call(TRACES, GrpcMessage.framed(span()), "grpc-timeout", "10S")
                        .status())
                .isEqualTo(OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "10", "123456789S", "-1S"})
    void wrongDeadline_isInvalid(String timeout) throws Exception {
        assertRefused(
                calls.call(TRACES, GrpcMessage.framed(span()), "grpc-timeout", timeout),
                INVALID_ARGUMENT,
                "such as 10S");
    }

    @Test
    void http1_atThePortOfGrpc_isRefusedInHttp1() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + server.otlpPorts().grpc() + "/v1/traces"))
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(505);
        assertThat(answer.body())
                .contains("http://localhost:" + server.otlpPorts().http());
        assertThat(server.get("/local/rejected").body()).contains("OTLP over HTTP came to the port of gRPC");
    }

    @Test
    void http2_atThePortOfHttp_isRefused_andReported() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.otlpPorts().http())) {
            socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("200");
        }
        assertThat(server.get("/local/rejected").body())
                .contains("a connection with HTTP/2", "OTEL_EXPORTER_OTLP_PROTOCOL=grpc");
    }

    @Test
    void portOfHttp_takesExports_andNothingElse() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        URI base = URI.create("http://127.0.0.1:" + server.otlpPorts().http());
        HttpResponse<String> taken = http.send(
                HttpRequest.newBuilder(base.resolve("/v1/traces"))
                        .header("Content-Type", "application/x-protobuf")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(span()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(stored()).contains("grpc-service");
        assertThat(http.send(HttpRequest.newBuilder(base).build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void unknownHost_isDenied() throws Exception {
        assertThat(server.get("/local/status", "Origin", "http://evil.example").statusCode())
                .isEqualTo(403);
        assertRefused(
                calls.call(TRACES, GrpcMessage.framed(span()), "origin", "http://evil.example"), 7, "evil.example");
    }
}
