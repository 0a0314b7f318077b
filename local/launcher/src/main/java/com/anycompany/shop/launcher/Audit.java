package com.anycompany.shop.launcher;

import com.anycompany.shop.launcher.audit.Auditor;
import com.anycompany.shop.launcher.audit.Books;
import com.anycompany.shop.launcher.audit.Findings;
import com.anycompany.shop.launcher.audit.Tables;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Compares orders, payments and carts, and says what doesn't agree. */
@Command(
        name = "audit",
        description = {
            "Compare orders, payments and carts, and print each violation.",
            "Exit code 0 if there is none, else 1. Orders that the shop is still settling are waited for."
        })
final class Audit implements Callable<Integer> {

    /** What orderservice promises (ADR 008): an order caught half-way is settled by then, once all services are up. */
    static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = Durations.class,
            description = "How long to wait for orders that are being settled (default: ${DEFAULT-VALUE}).")
    private Duration wait = SETTLED_WITHIN;

    @Option(names = "--pause", defaultValue = "2s", converter = Durations.class, hidden = true)
    private Duration betweenReadings = Duration.ofSeconds(2);

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Another DynamoDB than the shop's own, such as https://dynamodb.us-east-1.amazonaws.com.")
    private @Nullable URI endpoint;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            defaultValue = "us-east-1",
            description = "The region of that DynamoDB (default: ${DEFAULT-VALUE}).")
    private String region = "us-east-1";

    private final Screen screen = Screen.standard();
    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws InterruptedException {
        URI at = endpoint == null
                ? URI.create(Ports.inUse(ShopFolder.ofThisCheckout()).url("dynamodb"))
                : endpoint;
        if (at.getHost() == null) {
            throw new Refusal("--endpoint " + at + " isn't an address; write something like http://localhost:8000.");
        }
        try (DynamoDbClient client = client(at)) {
            return audit(new Tables(client), at);
        } catch (ResourceNotFoundException e) {
            throw new Refusal("DynamoDB at " + at + " lacks a table of the shop; was the shop ever started there?");
        } catch (SdkException e) {
            throw new Refusal("DynamoDB at " + at + " can't be read: " + e.getMessage());
        }
    }

    private int audit(Tables tables, URI at) throws InterruptedException {
        Instant begun = clock.instant();
        Stopwatch stopwatch = Stopwatch.started();
        Reading reading = read(tables);
        announce(reading, at);
        int told = 0;
        while (!reading.isSettled(begun)) {
            List<Findings.Open> waitedFor = reading.openSince(begun);
            if (waitedFor.size() != told) {
                told = waitedFor.size();
                screen.line("Still settling: " + told + " " + (told == 1 ? "order" : "orders") + " …");
            }
            TimeUnit.MILLISECONDS.sleep(betweenReadings.toMillis());
            Reading next = read(tables);
            List<String> violations = next.findings().violationsAlsoIn(reading.findings());
            boolean overtime = stopwatch.elapsed().compareTo(wait) >= 0;
            if (overtime || next.openSince(begun).isEmpty() && !violations.isEmpty()) {
                return tell(violations, next.openSince(begun));
            }
            reading = next;
        }
        return tell(List.of(), List.of());
    }

    private Reading read(Tables tables) {
        Books books = tables.read();
        return new Reading(books, Auditor.audit(books, clock.instant()));
    }

    private void announce(Reading reading, URI at) {
        Books books = reading.books();
        screen.line("Auditing " + books.orders().size() + " orders, "
                + books.payments().size() + " payments and " + books.carts().size() + " carts in " + at + ".");
    }

    private int tell(List<String> violations, List<Findings.Open> open) {
        List<String> all = new ArrayList<>(violations);
        for (Findings.Open one : open) {
            Duration age = Duration.between(one.since(), clock.instant());
            if (age.compareTo(SETTLED_WITHIN) > 0) {
                all.add(one.text() + ", " + age.toSeconds() + " s after it was placed.");
            } else {
                screen.line("Still settling: " + one.text() + ".");
            }
        }
        all.forEach(screen::line);
        screen.line(all.isEmpty() ? "No violations." : all.size() + (all.size() == 1 ? " violation." : " violations."));
        return all.isEmpty() ? 0 : 1;
    }

    private DynamoDbClient client(URI at) {
        return DynamoDbClient.builder()
                .endpointOverride(at)
                .region(Region.of(region))
                .credentialsProvider(credentials(at))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** On this machine any will do; elsewhere those of the environment, the profile or the machine's role. */
    private static AwsCredentialsProvider credentials(URI at) {
        try {
            if (InetAddress.getByName(at.getHost()).isLoopbackAddress()) {
                return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
            }
        } catch (UnknownHostException e) {
            throw new Refusal("There is no host " + at.getHost() + "; see --endpoint.");
        }
        return DefaultCredentialsProvider.builder().build();
    }

    /** The books as they were read once, and what is wrong with them. */
    private record Reading(Books books, Findings findings) {

        /** Orders placed since don't count: a busy shop always has some. */
        List<Findings.Open> openSince(Instant begun) {
            return findings.open().stream()
                    .filter(one -> one.since().isBefore(begun))
                    .toList();
        }

        boolean isSettled(Instant begun) {
            return findings.violations().isEmpty() && openSince(begun).isEmpty();
        }
    }
}
