package com.anycompany.xray.local.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.xray.local.TestServer;
import com.anycompany.xray.local.json.Json;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.xray.XRayClient;

/** Exceptions that programs of several languages throw, exported by OpenTelemetry's SDKs: where each was thrown, and why. */
class OpenTelemetryExceptionsIT {

    @TempDir
    private Path folder;

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private List<String> run(Client client, String... arguments) throws Exception {
        Client.Result result = client.run(
                folder,
                Map.of(
                        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
                        server.uri("/v1/traces").toString(),
                        "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL",
                        "http/protobuf",
                        "OTEL_METRICS_EXPORTER",
                        "none",
                        "OTEL_LOGS_EXPORTER",
                        "none",
                        "OTEL_SERVICE_NAME",
                        "shop"),
                arguments);
        assertThat(result.exitCode()).as(result.error()).isZero();
        return result.output().strip().lines().toList();
    }

    /** The only segment of a trace. */
    private Map<?, ?> segment(String traceId) {
        String id = "1-" + traceId.substring(0, 8) + "-" + traceId.substring(8);
        try (XRayClient xray = server.client()) {
            return await().until(
                            () -> xray.batchGetTraces(r -> r.traceIds(id)).traces().stream()
                                    .flatMap(trace -> trace.segments().stream())
                                    .map(segment -> (Map<?, ?>)
                                            Json.read(segment.document().getBytes(StandardCharsets.UTF_8)))
                                    .toList(),
                            segments -> segments.size() == 1)
                    .get(0);
        }
    }

    private List<Map<?, ?>> exceptions(String traceId) {
        return ((List<?>) ((Map<?, ?>) segment(traceId).get("cause")).get("exceptions"))
                .stream().<Map<?, ?>>map(exception -> (Map<?, ?>) exception).toList();
    }

    private static void assertThrownAt(Map<?, ?> exception, String file, int line, String label) {
        Map<?, ?> frame = (Map<?, ?>) ((List<?>) exception.get("stack")).get(0);
        assertThat((String) frame.get("path")).endsWith(file);
        assertThat(frame.get("line")).isEqualTo(line);
        assertThat((String) frame.get("label")).contains(label);
    }

    /** The line of a program that has that comment. */
    private static int line(Path program, String comment) throws IOException {
        List<String> lines = Files.readAllLines(program);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith(comment)) {
                return i + 1;
            }
        }
        throw new AssertionError(program + " has no line with " + comment);
    }

    @Test
    void java_causeAndSuppressed() {
        IllegalStateException thrown = new IllegalStateException("order failed", new IOException("reset"));
        thrown.addSuppressed(new IllegalArgumentException("beside"));
        String traceId;
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(OtlpHttpSpanExporter.builder()
                        .setEndpoint(server.uri("/v1/traces").toString())
                        .build()))
                .build()) {
            Span span = provider.get("shop")
                    .spanBuilder("checkout")
                    .setSpanKind(SpanKind.SERVER)
                    .startSpan();
            span.recordException(thrown);
            span.end();
            traceId = span.getSpanContext().getTraceId();
        }
        List<Map<?, ?>> exceptions = exceptions(traceId);
        assertThat(exceptions)
                .extracting(exception -> exception.get("type") + ": " + exception.get("message"))
                .containsExactly("java.lang.IllegalStateException: order failed", "java.io.IOException: reset");
        assertThat(exceptions.get(0).get("cause")).isEqualTo(exceptions.get(1).get("id"));
        StackTraceElement at = thrown.getStackTrace()[0];
        assertThrownAt(
                exceptions.get(0),
                String.valueOf(at.getFileName()),
                at.getLineNumber(),
                getClass().getName() + ".java_");
        assertThat(exceptions.get(1).get("truncated")).isNotNull();
        assertThat(segment(traceId).get("metadata").toString())
                .contains("Suppressed: java.lang.IllegalArgumentException: beside");
    }

    @Test
    void python_chainedWithANote_andASyntaxError() throws Exception {
        Client.PYTHON.require();
        Path program = Path.of("src/test/clients/otel_shop.py");
        List<String> traces = run(Client.PYTHON, program.toString());
        List<Map<?, ?>> chained = exceptions(traces.get(0));
        assertThat(chained)
                .extracting(exception -> exception.get("type") + ": " + exception.get("message"))
                .containsExactly("ValueError: order failed", "KeyError: 'duplicate'");
        assertThat(chained.get(0).get("cause")).isEqualTo(chained.get(1).get("id"));
        assertThrownAt(chained.get(0), "otel_shop.py", line(program, "# raised here"), "place");
        assertThrownAt(chained.get(1), "otel_shop.py", line(program, "# inserted here"), "insert");
        Map<?, ?> syntaxError = exceptions(traces.get(1)).get(0);
        assertThat(syntaxError.get("type")).isEqualTo("SyntaxError");
        assertThrownAt(syntaxError, "<rule>", 1, "");
        assertThat(((List<?>) syntaxError.get("stack")).get(1).toString())
                .contains("line=" + line(program, "# compiled here"), "label=parse");
    }

    @Test
    void node_async_anonymous_andEval() throws Exception {
        Client.NODE.require();
        Path program = Path.of("src/test/clients/node/shop.mjs");
        // modules are looked for beside the program
        Path copy = Files.copy(program, Path.of("target/clients/node/shop.mjs"), StandardCopyOption.REPLACE_EXISTING);
        List<String> traces = run(Client.NODE, copy.toString());
        Map<?, ?> async = exceptions(traces.get(0)).get(0);
        assertThat(async.get("type") + ": " + async.get("message")).isEqualTo("TypeError: order failed");
        assertThrownAt(async, "shop.mjs", line(program, "// thrown here"), "place");
        assertThat(((List<?>) async.get("stack")).toString()).contains("label=checkout");
        Map<?, ?> parsed = exceptions(traces.get(1)).get(0);
        assertThat(((List<?>) parsed.get("stack")).toString())
                .contains("label=JSON.parse", "shop.mjs, line=" + line(program, "// parsed here"));
        assertThrownAt(exceptions(traces.get(2)).get(0), "shop.mjs", line(program, "// evaluated here"), "eval");
    }

    @Test
    void go_errorAndPanic_beginInTheProgram() throws Exception {
        Client.GO_SHOP.require();
        Path program = Path.of("src/test/clients/go/main.go");
        List<String> traces = run(Client.GO_SHOP);
        Map<?, ?> error = exceptions(traces.get(0)).get(0);
        assertThat(error.get("message")).isEqualTo("order failed");
        assertThrownAt(error, "main.go", line(program, "// recorded here"), "main.fail");
        assertThrownAt(exceptions(traces.get(1)).get(0), "main.go", line(program, "// panics here"), "main.third");
    }
}
