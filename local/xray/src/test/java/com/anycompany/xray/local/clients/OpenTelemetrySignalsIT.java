package com.anycompany.xray.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs with OpenTelemetry for Python and JavaScript whose exporters have nothing set but the port: what they send is taken, and they
 * log no error.
 */
class OpenTelemetrySignalsIT {

    @TempDir
    private Path folder;

    private final TestServer server = TestServer.withOtlpPorts(null);

    @AfterEach
    void stop() {
        server.close();
    }

    private List<String> run(Client client, int port, String... arguments) throws Exception {
        Client.Result result = client.run(
                folder,
                Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:" + port, "OTEL_SERVICE_NAME", "shop"),
                arguments);
        assertThat(result.exitCode()).as(result.error()).isZero();
        assertThat(result.error()).isEmpty();
        return result.output().strip().lines().toList();
    }

    private String trace(String id) {
        return server.post("/Traces", "{\"TraceIds\": [\"1-" + id.substring(0, 8) + "-" + id.substring(8) + "\"]}")
                .body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"grpc", "http"})
    void python_sendsTracesLogsAndMetrics(String protocol) throws Exception {
        Client.PYTHON.require();
        int port = protocol.equals("grpc")
                ? server.otlpPorts().grpc()
                : server.otlpPorts().http();
        List<String> ids = run(Client.PYTHON, port, "src/test/clients/otel_signals.py", protocol);
        assertThat(ids).hasSize(1);
        assertThat(trace(ids.get(0))).contains("\\\"name\\\":\\\"shop\\\"");
        assertThat(server.get("/local/logs?trace=" + ids.get(0)).body())
                .contains("\"body\":\"cart is empty\"", "\"severity\":\"WARN\"", "\"service\":\"shop\"");
        assertThat(server.get("/local/status").body()).contains("\"metricPoints\":{\"received\":1}");
    }

    @Test
    void node_sendsTraces() throws Exception {
        Client.NODE.require();
        // modules are looked for beside the program
        Path copy = Files.copy(
                Path.of("src/test/clients/node/shop.mjs"),
                Path.of("target/clients/node/signals.mjs"),
                StandardCopyOption.REPLACE_EXISTING);
        List<String> ids = run(Client.NODE, server.otlpPorts().http(), copy.toString());
        assertThat(ids).hasSize(3);
        assertThat(trace(ids.get(0))).contains("checkout");
    }
}
