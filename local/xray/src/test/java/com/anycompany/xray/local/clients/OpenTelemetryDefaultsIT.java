package com.anycompany.xray.local.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.xray.local.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A program under OpenTelemetry's Java agent with its default exporters of traces, logs and metrics: everything is taken, in both
 * protocols, and the agent logs no error. Only the port is given, because tests don't need fixed ones.
 */
class OpenTelemetryDefaultsIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final Pattern PORT = Pattern.compile("PORT (\\d+)");
    private static final String TRACE = "7d0dd000aaaabbbbccccddddeeee0001";

    @ParameterizedTest
    @ValueSource(strings = {"http/protobuf", "grpc"})
    void agentWithDefaultExporters_logsNoError(String protocol, @TempDir Path folder) throws Exception {
        try (TestServer server = TestServer.withOtlpPorts(null)) {
            int otlp = protocol.equals("grpc")
                    ? server.otlpPorts().grpc()
                    : server.otlpPorts().http();
            Path output = folder.resolve("relay.log");
            Process relay = relay(protocol, otlp, server.uri("/actuator/health"), output);
            try {
                call(port(output));
                await().atMost(TIMEOUT).untilAsserted(() -> {
                    assertThat(server.get("/local/logs?trace=" + TRACE).body())
                            .contains("\"body\":\"relayed\"", "\"severity\":\"INFO\"", "\"service\":\"agent-service\"");
                    assertThat(traces(server)).contains("agent-service", "/relay");
                    assertThat(server.get("/local/status").body()).doesNotContain("\"metricPoints\":{\"received\":0}");
                });
                assertThat(Files.readString(output)).doesNotContain("ERROR", "WARN", "Failed to export");
            } finally {
                relay.destroyForcibly();
            }
        }
    }

    private static String traces(TestServer server) {
        String id = "1-" + TRACE.substring(0, 8) + "-" + TRACE.substring(8);
        return server.post("/Traces", "{\"TraceIds\": [\"" + id + "\"]}").body();
    }

    private static Process relay(String protocol, int otlp, URI question, Path output) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-javaagent:target/agent/opentelemetry-javaagent.jar",
                        "-XX:TieredStopAtLevel=1",
                        "-Dotel.service.name=agent-service",
                        "-Dotel.exporter.otlp.protocol=" + protocol,
                        "-Dotel.exporter.otlp.endpoint=http://localhost:" + otlp,
                        "-Dotel.metric.export.interval=1000",
                        "-cp",
                        "target/test-classes",
                        RelayProgram.class.getName(),
                        question.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static int port(Path output) throws Exception {
        await().atMost(TIMEOUT)
                .until(() -> PORT.matcher(Files.readString(output)).find());
        Matcher port = PORT.matcher(Files.readString(output));
        assertThat(port.find()).isTrue();
        return Integer.parseInt(port.group(1));
    }

    /** The caller's context comes in W3C's header, which is the agent's default. */
    private static void call(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/relay"))
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .header("baggage", "tenant=acme")
                .timeout(TIMEOUT)
                .build();
        HttpResponse<Void> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
