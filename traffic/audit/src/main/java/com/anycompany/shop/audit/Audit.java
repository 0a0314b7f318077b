package com.anycompany.shop.audit;

import com.anycompany.shop.commandline.Durations;
import com.anycompany.shop.commandline.ParsingConverter;
import com.anycompany.shop.commandline.UserError;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * The command: compares orders, payments and carts. {@code ./shop audit} runs it as a process of its own
 * (docs/adr/032-audit-program.md).
 */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares orders, payments and carts, and prints each violation.",
            "Exit code 0 if there is none, else 1. Orders that the shop is still settling are waited for."
        })
public final class Audit implements Callable<Integer> {

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            defaultValue = "http://localhost:8000",
            description = "DynamoDB, such as https://dynamodb.us-east-1.amazonaws.com (default: ${DEFAULT-VALUE}).")
    private URI endpoint = URI.create("http://localhost:8000");

    @Option(
            names = "--region",
            paramLabel = "REGION",
            defaultValue = "us-east-1",
            description = "The region of that DynamoDB (default: ${DEFAULT-VALUE}).")
    private String region = "us-east-1";

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "How long to wait for orders that are being settled (default: ${DEFAULT-VALUE}).")
    private Duration wait = RepeatedAudit.SETTLED_WITHIN;

    @Option(
            names = "--book",
            paramLabel = "FILE",
            description =
                    "What shoppers were told, a line each: CONFIRMED ORDER TOTAL, DECLINED ORDER TOTAL, NOTHING KEY.")
    private @Nullable Path book;

    @Option(names = "--pause", defaultValue = "2s", hidden = true)
    private Duration betweenReadings = Duration.ofSeconds(2);

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] args) {
        System.exit(command().execute(args));
    }

    static CommandLine command() {
        return new CommandLine(new Audit())
                .registerConverter(Duration.class, new ParsingConverter<>(Durations::parse))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof UserError) {
                        command.getErr().println(e.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw e;
                });
    }

    @Override
    public Integer call() throws InterruptedException {
        if (endpoint.getHost() == null) {
            throw new UserError(
                    "--endpoint " + endpoint + " isn't an address; write something like http://localhost:8000.");
        }
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        try (DynamoDbClient client = client()) {
            boolean sound = new RepeatedAudit(
                            new Tables(client),
                            book == null ? Book.EMPTY : Book.read(book),
                            wait,
                            betweenReadings,
                            Clock.systemUTC(),
                            command.getOut()::println)
                    .run(endpoint.toString());
            return sound ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (ResourceNotFoundException e) {
            throw new UserError(
                    "DynamoDB at " + endpoint + " lacks a table of the shop; was the shop ever started there?");
        } catch (SdkException e) {
            throw new UserError("DynamoDB at " + endpoint + " can't be read: " + e.getMessage());
        }
    }

    private DynamoDbClient client() {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(credentials(endpoint))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** On this machine any will do; elsewhere those of the environment, the profile or the machine's role. */
    private static AwsCredentialsProvider credentials(URI endpoint) {
        try {
            if (InetAddress.getByName(endpoint.getHost()).isLoopbackAddress()) {
                return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
            }
        } catch (UnknownHostException e) {
            throw new UserError("There is no host " + endpoint.getHost() + "; see --endpoint.");
        }
        return DefaultCredentialsProvider.builder().build();
    }
}
