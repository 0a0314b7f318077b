package com.anycompany.xray.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program that src/test/clients/install installs; where it is missing, its tests are skipped, except in CI. */
public enum Client {
    AWS_CLI("python/bin/aws"),
    PYTHON("python/bin/python"),
    DAEMON("xray-daemon"),
    GO_SHOP("go-shop"),
    GO_RECIPE("go-recipe"),
    COLLECTOR("collector"),
    NODE("node/node");

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "AWS_ACCESS_KEY_ID", "any",
            "AWS_SECRET_ACCESS_KEY", "any",
            "AWS_REGION", "us-east-1",
            "AWS_DEFAULT_REGION", "us-east-1",
            "AWS_EC2_METADATA_DISABLED", "true",
            "AWS_PAGER", "");

    private final Path path;

    Client(String path) {
        this.path = Path.of("target/clients", path).toAbsolutePath();
    }

    /** What a program that ended has said. */
    public record Result(int exitCode, String output, String error) {}

    public void require() {
        if (!Files.isExecutable(path)) {
            String message = "SKIPPED " + name() + " isn't installed; run local/xray/src/test/clients/install";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(message + ": CI needs it");
            }
            System.out.println(message);
            Assumptions.abort(message);
        }
    }

    Process start(Path output, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(path.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(Path.of(output + ".err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.endsWith("_PROXY"));
        builder.environment().putAll(ENVIRONMENT);
        builder.environment().putAll(environment);
        return builder.start();
    }

    public Result run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "client", ".out");
        Process process = start(output, environment, arguments);
        boolean ended = process.waitFor(90, TimeUnit.SECONDS);
        process.destroyForcibly();
        String error = Files.readString(Path.of(output + ".err"));
        assertThat(ended)
                .as("%s %s ends; it said: %s", this, List.of(arguments), error)
                .isTrue();
        return new Result(process.exitValue(), Files.readString(output), error);
    }
}
