package com.anycompany.xray.local.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.config.DaemonConfiguration;
import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.entities.TraceHeader;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.Service;

/** A service under OpenTelemetry's Java agent, called by one with the X-Ray SDK, as docs/xray-local.md says. */
class OpenTelemetryAgentIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void agentBesideTheXRaySdk_givesOneTrace(@TempDir Path folder) throws Exception {
        try (TestServer server = new TestServer();
                XRayClient xray = server.client()) {
            Path output = folder.resolve("relay.log");
            Process relay = relay(server, output);
            try {
                String trace = call(server, port(output));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(xray.batchGetTraces(r -> r.traceIds(trace)).traces().stream()
                                        .flatMap(found -> found.segments().stream())
                                        .map(segment -> segment.document()))
                                .anySatisfy(document -> assertThat(document)
                                        .contains("\"name\":\"agent-service\"", "/relay", "opentelemetry for java")));
                var services = xray.getTraceGraph(r -> r.traceIds(trace)).services();
                assertThat(services).extracting(Service::name).contains("sdk-service", "agent-service");
                assertThat(services)
                        .filteredOn(service -> service.name().equals("sdk-service") && service.type() == null)
                        .singleElement()
                        .satisfies(service -> assertThat(service.edges()).hasSize(1));
                assertThat(services)
                        .filteredOn(service -> service.name().equals("agent-service"))
                        .as("it has a caller, so it is no root")
                        .singleElement()
                        .satisfies(service -> assertThat(service.edges()).hasSize(1));
            } finally {
                relay.destroyForcibly();
            }
        }
    }

    private static Process relay(TestServer server, Path output) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-javaagent:target/agent/opentelemetry-javaagent.jar",
                        "-XX:TieredStopAtLevel=1",
                        "-Dotel.service.name=agent-service",
                        "-Dotel.propagators=xray",
                        "-Dotel.exporter.otlp.protocol=http/protobuf",
                        "-Dotel.exporter.otlp.traces.endpoint=" + server.uri("/v1/traces"),
                        "-Dotel.metrics.exporter=none",
                        "-Dotel.logs.exporter=none",
                        "-cp",
                        "target/test-classes",
                        RelayProgram.class.getName(),
                        server.uri("/actuator/health").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static int port(Path output) {
        Pattern told = Pattern.compile("PORT (\\d+)");
        await().atMost(PATIENCE)
                .until(() -> told.matcher(Files.readString(output)).find());
        try {
            Matcher port = told.matcher(Files.readString(output));
            assertThat(port.find()).isTrue();
            return Integer.parseInt(port.group(1));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String call(TestServer server, int port) throws Exception {
        DaemonConfiguration daemon = new DaemonConfiguration();
        daemon.setDaemonAddress("127.0.0.1:" + server.port());
        AWSXRayRecorder recorder = AWSXRayRecorderBuilder.standard()
                .withEmitter(Emitter.create(daemon))
                .build();
        Segment segment = recorder.beginSegment("sdk-service");
        Subsegment call = recorder.beginSubsegment("relay");
        call.setNamespace("remote");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/relay"))
                .header(TraceHeader.HEADER_KEY, TraceHeader.fromEntity(call).toString())
                .timeout(PATIENCE)
                .build();
        HttpResponse<Void> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
        recorder.endSubsegment();
        recorder.endSegment();
        return segment.getTraceId().toString();
    }
}
