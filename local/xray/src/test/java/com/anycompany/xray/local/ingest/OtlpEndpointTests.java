package com.anycompany.xray.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.xray.local.TestServer;
import com.anycompany.xray.local.http.Endpoint;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.Segment;
import software.amazon.awssdk.services.xray.model.Service;

/** OpenTelemetry's own exporter, and exports written by hand, against {@code /v1/traces}. */
class OtlpEndpointTests {

    private static final String PATH = "/v1/traces";
    private static final String JSON = "application/json";
    private static final String PROTOBUF = "application/x-protobuf";
    private static final long NOW = Instant.now().getEpochSecond();
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
    @ValueSource(strings = {"gzip", "none"})
    void spansOfTheSdk_areOneTraceAcrossServices(String compression) {
        String traceId;
        try (SdkTracerProvider front = provider("otel-front", compression);
                SdkTracerProvider back = provider("otel-back", compression)) {
            Tracer tracer = front.get("test");
            Span page = tracer.spanBuilder("GET /").setSpanKind(SpanKind.SERVER).startSpan();
            Span work = child(tracer, "render", SpanKind.INTERNAL, page);
            Span call = child(tracer, "GET", SpanKind.CLIENT, work);
            call.setAttribute("peer.service", "back.example");
            Span answer = back.get("test")
                    .spanBuilder("GET /x")
                    .setSpanKind(SpanKind.SERVER)
                    .setParent(Context.root().with(Span.wrap(remote(call))))
                    .startSpan();
            answer.setAttribute(AttributeKey.stringArrayKey("aws.xray.annotations"), List.of("tenant"));
            answer.setAttribute("tenant", "acme");
            answer.recordException(new IOException("broken"), Attributes.empty());
            answer.setAttribute("http.response.status_code", 500L);
            for (Span span : new Span[] {answer, call, work, page}) {
                span.end();
            }
            traceId = page.getSpanContext().getTraceId();
        }
        try (XRayClient xray = server.client()) {
            await().untilAsserted(() -> assertThat(segments(xray, traceId))
                    .hasSize(2)
                    .anySatisfy(segment ->
                            assertThat(segment.document()).contains("\"otel-front\"", "\"render\"", "\"back.example\""))
                    .anySatisfy(segment -> assertThat(segment.document())
                            .contains(
                                    "\"otel-back\"", "\"tenant\":\"acme\"", "java.io.IOException", "\"status\":500")));
            List<Service> services =
                    xray.getTraceGraph(r -> r.traceIds(xrayId(traceId))).services();
            assertThat(services)
                    .extracting(Service::name)
                    .containsExactlyInAnyOrder("otel-front", "otel-front", "otel-back");
            assertThat(services)
                    .filteredOn(service -> service.name().equals("otel-front") && service.type() == null)
                    .singleElement()
                    .satisfies(service -> assertThat(service.edges()).hasSize(1));
        }
    }

    private static SdkTracerProvider provider(String service, String compression) {
        return SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .addSpanProcessor(SimpleSpanProcessor.create(OtlpHttpSpanExporter.builder()
                        .setEndpoint(server.uri(PATH).toString())
                        .setCompression(compression)
                        .build()))
                .build();
    }

    private static Span child(Tracer tracer, String name, SpanKind kind, Span parent) {
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(Context.root().with(parent))
                .startSpan();
    }

    private static SpanContext remote(Span caller) {
        return SpanContext.createFromRemoteParent(
                caller.getSpanContext().getTraceId(),
                caller.getSpanContext().getSpanId(),
                TraceFlags.getSampled(),
                TraceState.getDefault());
    }

    private static String xrayId(String traceId) {
        return "1-" + traceId.substring(0, 8) + "-" + traceId.substring(8);
    }

    private static List<Segment> segments(XRayClient xray, String traceId) {
        return xray.batchGetTraces(r -> r.traceIds(xrayId(traceId))).traces().stream()
                .flatMap(trace -> trace.segments().stream())
                .toList();
    }

    private static String export(String... spans) {
        return """
            {"resourceSpans": [{"resource": {"attributes": [
                {"key": "service.name", "value": {"stringValue": "by-hand"}}]},
              "scopeSpans": [{"scope": {"name": "s"}, "spans": [%s]}], "unknown": {"x": [1]}}]}\
            """.formatted(String.join(",", spans));
    }

    private static String span(String traceId, String spanId) {
        return """
            {"traceId": "%s", "spanId": "%s", "name": "GET /", "kind": 2,
             "startTimeUnixNano": "%d000000000", "endTimeUnixNano": %d000000000,
             "attributes": [{"key": "n", "value": {"intValue": "7"}},
               {"key": "m", "value": {"kvlistValue": {"values": [{"key": "x", "value": {"doubleValue": 1.5}}]}}}]}\
            """.formatted(traceId, spanId, NOW - 1, NOW);
    }

    @Test
    void json_isTaken_withWholeNumbersEitherWay() {
        String trace = "5B8EFFF798038103D269B633813FC60C";
        HttpResponse<String> answer = server.post(PATH, export(span(trace, "EEE19B7EC3C1B174")), "Content-Type", JSON);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(JSON);
        assertThat(answer.body()).isEqualTo("{}");
        try (XRayClient xray = server.client()) {
            assertThat(segments(xray, trace.toLowerCase(java.util.Locale.ROOT)))
                    .singleElement()
                    .satisfies(segment -> assertThat(segment.document())
                            .contains("\"name\":\"by-hand\"", "\"n\":7", "\"m\":{\"x\":1.5}"));
        }
    }

    @Test
    void spanThatCannotBeASegment_isRefusedAlone_andCanBeSeen() {
        String good = "5b8efff798038103d269b633813fc60d";
        HttpResponse<String> answer = server.post(
                PATH,
                export(span(good, "eee19b7ec3c1b174"), span("00ff", "eee19b7ec3c1b175"), span(good, "")),
                "Content-Type",
                JSON + "; charset=utf-8");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"rejectedSpans\":\"2\"", "2 of 3 spans", "InvalidTraceId");
        assertThat(server.get("/local/rejected").body()).contains("\"source\":\"otlp\"", "00ff");
        try (XRayClient xray = server.client()) {
            assertThat(segments(xray, good)).hasSize(1);
        }
    }

    @Test
    void wrongTypes_areRefused_inTheWordsOfOtlp() {
        assertRefused(server.post(PATH, "x", "Content-Type", "text/plain"), 415, "text/plain");
        assertRefused(server.post(PATH, "x"), 415, "Content-Type");
        assertRefused(server.post(PATH, "{}", "Content-Type", JSON, "Content-Encoding", "zstd"), 415, "zstd");
        assertRefused(server.get(PATH), 405, "POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{\"resourceSpans\": 7}",
                "{\"resourceSpans\": [7]}",
                "{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [{\"startTimeUnixNano\": \"soon\"}]}]}]}",
                "{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [{\"startTimeUnixNano\": 1e999}]}]}]}",
                "{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [{\"kind\": true}]}]}]}"
            })
    void malformedJson_isAStatus_thatSaysWhere(String body) {
        HttpResponse<String> answer = server.post(PATH, body, "Content-Type", JSON);
        assertRefused(answer, 400, "\"code\":3");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String text) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(text).contains("message");
    }

    @Test
    void malformedProtobuf_isAStatusInProtobuf() throws Exception {
        byte[] torn = {10, 100, 1, 2, 3};
        HttpResponse<byte[]> answer = post(torn, PROTOBUF, null);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROTOBUF);
        assertThat(answer.body()).startsWith(8, 3, 18);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("ExportTraceServiceRequest in protobuf: it ends in the middle of the field near byte 2");
        assertThat(new String(post(new byte[] {10, 2, 0, 0}, PROTOBUF, null).body(), StandardCharsets.UTF_8))
                .contains("what stands near byte 3 can't be a field");
        assertThat(post(torn, PROTOBUF, "gzip").statusCode()).isEqualTo(400);
        assertThat(post(new byte[0], PROTOBUF, null).statusCode()).isEqualTo(200);
    }

    @Test
    void whatUnzipsIntoTooMuch_isTooLarge() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[Endpoint.MAX_BODY_BYTES * 4]);
        }
        assertThat(post(bytes.toByteArray(), JSON, "gzip").statusCode()).isEqualTo(413);
        HttpResponse<byte[]> plain = post(new byte[Endpoint.MAX_BODY_BYTES + 1], JSON, null);
        assertThat(plain.statusCode()).isEqualTo(413);
        assertThat(new String(plain.body(), StandardCharsets.UTF_8)).contains("\"code\":3", "fewer spans");
    }

    private static HttpResponse<byte[]> post(byte[] body, String type, String encoding) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(PATH))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (encoding != null) {
            request.header("Content-Encoding", encoding);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
