package com.anycompany.capacitydb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.anycompany.capacitydb.CapacityDb;
import com.anycompany.capacitydb.TestEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AWS CLI and boto3; where one isn't installed, its test is skipped. */
class ProgramClientTests {

    private final CapacityDb dynamoDb = CapacityDb.startInMemory(Clock.systemUTC());

    @TempDir
    private Path folder;

    private Path script;

    @BeforeEach
    void copyScript() throws IOException {
        script = folder.resolve("boto3_client.py");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("boto3_client.py"))) {
            Files.write(script, in.readAllBytes());
        }
    }

    @AfterEach
    void close() {
        dynamoDb.close();
    }

    @Test
    void awsCli() throws IOException, InterruptedException {
        assumeTrue(runs("aws", "--version"), "the AWS CLI isn't installed");

        aws("create-table --table-name Things --billing-mode PAY_PER_REQUEST"
                + " --attribute-definitions AttributeName=id,AttributeType=S"
                + " --key-schema AttributeName=id,KeyType=HASH");
        aws("wait table-exists --table-name Things");
        aws("put-item --table-name Things --item {\"id\":{\"S\":\"1\"},\"n\":{\"N\":\"1.50\"}}");

        assertThat(TestEngine.json(aws("get-item --table-name Things --key {\"id\":{\"S\":\"1\"}}")))
                .isEqualTo(TestEngine.json("{\"Item\":{\"id\":{\"S\":\"1\"},\"n\":{\"N\":\"1.5\"}}}"));
        assertThat(TestEngine.json(aws("list-tables")).strings("TableNames")).containsExactly("Things");
        Outcome refused = run(command("get-item --table-name Nowhere --key {\"id\":{\"S\":\"1\"}}"));
        assertThat(refused.code()).isNotZero();
        assertThat(refused.output())
                .endsWith("An error occurred (ResourceNotFoundException) when calling the GetItem operation:"
                        + " Requested resource not found");
    }

    @Test
    void boto3() throws IOException, InterruptedException {
        assumeTrue(runs("python3", "-c", "import boto3"), "boto3 isn't installed");

        assertThat(run(List.of("python3", script.toString(), dynamoDb.endpoint().toString())))
                .isEqualTo(new Outcome(0, "passed"));
    }

    private String aws(String arguments) throws IOException, InterruptedException {
        Outcome outcome = run(command(arguments));
        assertThat(outcome.code()).as(outcome.output()).isZero();
        return outcome.output();
    }

    private List<String> command(String arguments) {
        List<String> command = new ArrayList<>(
                List.of("aws", "--endpoint-url", dynamoDb.endpoint().toString(), "--output", "json", "dynamodb"));
        command.addAll(List.of(arguments.split(" ")));
        return command;
    }

    private boolean runs(String... command) throws InterruptedException {
        try {
            return run(List.of(command)).code() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Outcome run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "AWS_ACCESS_KEY_ID", "local",
                        "AWS_SECRET_ACCESS_KEY", "local",
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_CONFIG_FILE", folder.resolve("none").toString(),
                        "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString(),
                        "NO_PROXY", "127.0.0.1"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("%s ends", command)
                    .isTrue();
            return new Outcome(
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8).strip());
        } finally {
            process.destroyForcibly();
        }
    }

    private record Outcome(int code, String output) {}
}
