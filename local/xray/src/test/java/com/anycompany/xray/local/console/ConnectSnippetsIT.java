package com.anycompany.xray.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.xray.local.clients.Client;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of the Connect page do what they promise: programs that are given nothing else send their traces here. */
class ConnectSnippetsIT extends OverOwnServer {

    private static final Pattern EXPORT = Pattern.compile("([A-Z_]+)=(\\S+)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "python, PYTHON, src/test/clients/otel_shop.py",
        "node, NODE, src/test/clients/node/shop.mjs",
        "go, GO_SHOP, ''"
    })
    void environmentOfALanguage_isAllThatItsOpenTelemetryNeeds(String language, Client client, String program)
            throws Exception {
        client.require();
        Map<String, String> environment = exports(snippet(language));
        List<String> arguments = program.isEmpty() ? List.of() : List.of(placed(Path.of(program), client));

        Client.Result result = client.run(folder, environment, arguments.toArray(String[]::new));

        assertThat(result.exitCode()).as(result.error()).isZero();
        assertThat(environment).containsKey("OTEL_EXPORTER_OTLP_ENDPOINT");
        String trace = result.output().lines().findFirst().orElseThrow();
        awaitTrace("1-" + trace.substring(0, 8) + "-" + trace.substring(8));
    }

    @Test
    void environmentOfJava_isAllThatTheAgentNeeds() throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-javaagent:target/agent/opentelemetry-javaagent.jar",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                "target/test-classes",
                "com.anycompany.xray.local.clients.RelayProgram",
                console().url() + "/actuator/health");
        ProcessBuilder program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("relay.log").toFile());
        program.environment().putAll(exports(snippet("java")));
        Process relay = program.start();
        try {
            Pattern port = Pattern.compile("PORT (\\d+)");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> port.matcher(Files.readString(folder.resolve("relay.log")))
                            .find());
            String found = port.matcher(Files.readString(folder.resolve("relay.log")))
                    .results()
                    .map(match -> match.group(1))
                    .findFirst()
                    .orElseThrow();
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + found + "/relay"))
                                    .build(),
                            BodyHandlers.discarding());
            console().go("#/service-map");
            assertThat(console().node("my-service")).isVisible(new IsVisibleOptions().setTimeout(30_000));
        } finally {
            relay.destroyForcibly();
        }
    }

    @Test
    void linesOfTheAwsCli_printTheServiceGraph() throws Exception {
        Client.AWS_CLI.require();
        console().send(ShopTrace.product());
        String path = Path.of("target/clients/python/bin").toAbsolutePath() + ":" + System.getenv("PATH");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", snippet("cli")).redirectErrorStream(true);
        bash.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.endsWith("_PROXY"));
        bash.environment().putAll(Map.of("PATH", path, "AWS_PAGER", "", "AWS_EC2_METADATA_DISABLED", "true"));
        Process aws = bash.start();

        String output = new String(aws.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(aws.waitFor()).as(output).isZero();
        assertThat(output).contains("\"Name\": \"frontend\"");
    }

    @Test
    void everyLanguage_isALinkThatShowsItsLines() {
        console().open("#/configuration/connect");
        List<String> labels = all(".connect nav a").allTextContents();
        assertThat(labels).hasSize(10).contains("Spring Boot", ".NET", "Docker");
        for (String label : labels) {
            all(".connect nav a")
                    .getByText(label, new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(all(".connect nav [aria-current=true]")).hasText(label);
            assertThat(all(".connect .snippet").first()).isVisible();
        }
    }

    /** Modules of Node are found from the folder of the program. */
    private static String placed(Path program, Client client) throws IOException {
        if (client != Client.NODE) {
            return program.toString();
        }
        Path copy = Path.of("target/clients/node/connect-snippets.mjs");
        Files.copy(program, copy, StandardCopyOption.REPLACE_EXISTING);
        return copy.toString();
    }

    private String snippet(String language) {
        console().open("#/configuration/connect?for=" + language);
        assertThat(all(".connect .snippet code").first()).isVisible();
        return all(".connect .snippet code").first().textContent();
    }

    /** The variables that the lines export, by name. */
    private static Map<String, String> exports(String lines) {
        Map<String, String> variables = new LinkedHashMap<>();
        lines.lines()
                .filter(line -> line.startsWith("export "))
                .flatMap(line -> EXPORT.matcher(line).results())
                .forEach((MatchResult export) -> variables.put(export.group(1), export.group(2)));
        return variables;
    }

    private void awaitTrace(String id) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(console().post("/Traces", "{\"TraceIds\": [\"" + id + "\"]}"))
                        .contains("\"Segments\":[{"));
    }
}
