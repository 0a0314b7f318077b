package com.anycompany.xray.local.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.xray.local.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipes for OpenTelemetry in docs/xray-local.md, run as they stand there, except for the ports. */
class RecipesIT {

    private static final Path DOCUMENT = Path.of("../../docs/xray-local.md");
    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final Pattern PORT = Pattern.compile("PORT (\\d+)");

    @TempDir
    private Path folder;

    private final TestServer server = TestServer.withOtlpPorts(null);
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        server.close();
    }

    /** The code blocks below a heading. */
    private static List<String> blocks(String heading, String language) throws IOException {
        String text = Files.readString(DOCUMENT);
        int begin = text.indexOf("\n#### " + heading + "\n");
        assertThat(begin).as("%s has the heading %s", DOCUMENT, heading).isPositive();
        int end = text.indexOf("\n#### ", begin + 1);
        Matcher block = Pattern.compile("^```" + language + "\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text.substring(begin, end));
        List<String> blocks = block.results().map(found -> found.group(1)).toList();
        assertThat(blocks).as("blocks in %s", heading).isNotEmpty();
        return blocks;
    }

    private String trace(String w3cId) {
        return server.post(
                        "/Traces", "{\"TraceIds\": [\"1-" + w3cId.substring(0, 8) + "-" + w3cId.substring(8) + "\"]}")
                .body();
    }

    private void assertShop(String name, Client client, int port, String... arguments) throws Exception {
        Client.Result result =
                client.run(folder, Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:" + port), arguments);
        assertThat(result.exitCode()).as(result.error()).isZero();
        assertThat(result.error()).isEmpty();
        await().untilAsserted(() -> assertThat(trace(result.output().strip()))
                .contains("\\\"name\\\":\\\"" + name + "\\\"", "\\\"annotations\\\":{\\\"tenant\\\":\\\"acme\\\"}"));
    }

    private Path program() throws IOException {
        return Files.writeString(
                folder.resolve("recipe.py"), blocks("Python", "python").get(0));
    }

    @Test
    void python() throws Exception {
        Client.PYTHON.require();
        assertShop(
                "python-shop",
                Client.PYTHON,
                server.otlpPorts().http(),
                program().toString());
    }

    @Test
    void node() throws Exception {
        Client.NODE.require();
        // modules are looked for beside the program
        Path program = Files.writeString(
                Path.of("target/clients/node/recipe.mjs"), blocks("Node", "js").get(0));
        assertShop("node-shop", Client.NODE, server.otlpPorts().http(), program.toString());
    }

    /** Built from the document by src/test/clients/install. */
    @Test
    void go() throws Exception {
        Client.GO_RECIPE.require();
        assertThat(Path.of("target/clients/go-recipe-source/main.go"))
                .as("what was built; run src/test/clients/install again")
                .hasContent(blocks("Go", "go").get(0));
        assertShop("go-shop", Client.GO_RECIPE, server.otlpPorts().http());
    }

    @Test
    void curl() throws Exception {
        String command = blocks("curl", "sh")
                .get(0)
                .replace("localhost:4318", "localhost:" + server.otlpPorts().http());
        Process curl = new ProcessBuilder("bash", "-ec", command.replace("curl ", "curl -fsS "))
                .redirectErrorStream(true)
                .start();
        assertThat(curl.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(curl.exitValue())
                .as(new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
        assertThat(trace("5b8efff798038103d269b633813fc60c")).contains("by-hand");
    }

    /** The command with our agent and program in the place of the reader's. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void javaAgent(int recipe) throws Exception {
        List<String> command = new ArrayList<>();
        for (String word : blocks("Java agent", "sh")
                .get(recipe)
                .replace("\\\n", " ")
                .strip()
                .split("\\s+")) {
            switch (word) {
                case "java" ->
                    command.add(
                            Path.of(System.getProperty("java.home"), "bin/java").toString());
                case "-jar" -> command.add("-cp");
                case "catalogservice.jar" ->
                    command.addAll(List.of(
                            "target/test-classes",
                            RelayProgram.class.getName(),
                            server.uri("/actuator/health").toString()));
                default ->
                    command.add(
                            word.replace("opentelemetry-javaagent.jar", "target/agent/opentelemetry-javaagent.jar"));
            }
        }
        assertThat(command).hasSizeGreaterThan(5);
        Path output = folder.resolve("relay.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .put(
                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://localhost:" + server.otlpPorts().http());
        processes.add(builder.start());
        await().atMost(TIMEOUT)
                .until(() -> PORT.matcher(Files.readString(output)).find());
        int port = PORT.matcher(Files.readString(output))
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow();
        String trace = "7d0dd000aaaabbbbccccddddeeee000" + recipe;
        String[] header = recipe == 0
                ? new String[] {"traceparent", "00-" + trace + "-00f067aa0ba902b7-01"}
                : new String[] {
                    "X-Amzn-Trace-Id", "Root=1-7d0dd000-aaaabbbbccccddddeeee0001;Parent=00f067aa0ba902b7;Sampled=1"
                };
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/relay"))
                .headers(header)
                .timeout(TIMEOUT)
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(trace(trace)).contains("catalogservice", "/relay"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"grpc", "http"})
    void behindCollector(String protocol) throws Exception {
        Client.COLLECTOR.require();
        Client.PYTHON.require();
        int grpc = freePort();
        int http = freePort();
        Path configuration = Files.writeString(
                folder.resolve("collector.yaml"),
                blocks("Behind a collector", "yaml")
                                .get(0)
                                .replace("localhost:4317", "localhost:" + grpc)
                                .replace("localhost:4318", "localhost:" + http)
                                .replace("localhost:2000", "localhost:" + server.port())
                        // Not documented: its own metrics would take a fixed port.
                        + "  telemetry: {metrics: {level: none}}\n");
        Path log = folder.resolve("collector.log");
        processes.add(Client.COLLECTOR.start(log, Map.of(), "--config", "file:" + configuration));
        await().atMost(TIMEOUT)
                .until(() -> Files.readString(Path.of(log + ".err")).contains("Everything is ready"));
        Client.Result result = Client.PYTHON.run(
                folder,
                Map.of(
                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://localhost:" + (protocol.equals("grpc") ? grpc : http),
                        "OTEL_METRICS_EXPORTER",
                        "none",
                        "OTEL_SERVICE_NAME",
                        "collected"),
                "src/test/clients/otel_signals.py",
                protocol);
        assertThat(result.exitCode()).as(result.error()).isZero();
        String id = result.output().strip();
        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(trace(id)).contains("\\\"name\\\":\\\"collected\\\"");
            assertThat(server.get("/local/logs?trace=" + id).body()).contains("cart is empty");
        });
    }

    /** The receiver's module can't be built from what the proxy of Go modules serves, so its settings are compared only. */
    @Test
    void segmentsThroughCollector_haveSettingsThatTheReceiverKnows() throws Exception {
        String yaml = blocks("Segments through a collector", "yaml").get(0);
        String receiver = yaml.substring(yaml.indexOf("  awsxray:"), yaml.indexOf("processors:"));
        List<String> settings = Pattern.compile("(\\w+):(?: |\\R)")
                .matcher(receiver)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(settings)
                .contains("awsxray", "proxy_server", "aws_endpoint")
                .isSubsetOf(
                        "awsxray",
                        "endpoint",
                        "transport",
                        "proxy_server",
                        "proxy_address",
                        "tls",
                        "region",
                        "role_arn",
                        "aws_endpoint",
                        "local_mode");
        assertThat(yaml).contains("aws_endpoint: \"http://127.0.0.1:2000\"", "endpoint: \"http://127.0.0.1:2000\"");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
