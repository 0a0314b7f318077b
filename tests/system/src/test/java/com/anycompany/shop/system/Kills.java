package com.anycompany.shop.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** All deaths of a chaos run, and when each part was back. */
final class Kills {

    static final String LAUNCHER = "launcher";

    /** A process that was just killed may still have answered. */
    private static final Duration SIGNAL = Duration.ofMillis(300);

    private final Shop shop;
    private final List<Kill> kills = new CopyOnWriteArrayList<>();

    Kills(Shop shop) {
        this.shop = shop;
    }

    /** Notes a death that is about to come. */
    Kill note(String part) {
        Kill kill = new Kill(part, Instant.now());
        kills.add(kill);
        return kill;
    }

    /** Notes which parts are back, to be called again and again; the return of a launcher is noted by who started it again. */
    void noteReturns() {
        Instant now = Instant.now();
        for (Kill kill : kills) {
            boolean hasDied = kill.at().plus(SIGNAL).isBefore(now);
            if (hasDied && kill.isAway() && !kill.part().equals(LAUNCHER) && answers(kill.part())) {
                kill.returned(Instant.now());
            }
        }
    }

    void awaitRecovery() {
        await().atMost(Duration.ofSeconds(150)).until(() -> !isAnyAway());
    }

    int count() {
        return kills.size();
    }

    boolean isAway(String part) {
        return kills.stream().anyMatch(kill -> kill.part().equals(part) && kill.isAway());
    }

    boolean isAnyAway() {
        return kills.stream().anyMatch(Kill::isAway);
    }

    /** Whether one of these services was killed at that time. */
    boolean killed(List<String> services, Instant from, Instant to) {
        return kills.stream()
                .anyMatch(kill -> services.contains(kill.part())
                        && kill.at().isAfter(from)
                        && kill.at().isBefore(to));
    }

    /** Whether X-Ray Local was away at some moment of that time; a datagram that is sent to it then is lost. */
    boolean nobodyReceived(Instant from, Instant to) {
        return kills.stream().anyMatch(kill -> kill.part().equals("xray") && kill.overlaps(from, to));
    }

    /** {@code orderservice 7 times, worst 5.1 s}, a line each. */
    String text() {
        Map<String, List<Kill>> byPart =
                kills.stream().collect(Collectors.groupingBy(Kill::part, TreeMap::new, Collectors.toList()));
        return byPart.entrySet().stream()
                .map(part -> String.format(
                        Locale.ROOT,
                        "  %-22s %3d kills, worst recovery %4.1f s%n",
                        part.getKey(),
                        part.getValue().size(),
                        worst(part.getValue()).toMillis() / 1000.0))
                .collect(Collectors.joining());
    }

    private static Duration worst(List<Kill> of) {
        return of.stream().map(Kill::recovery).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private boolean answers(String part) {
        try {
            return switch (part) {
                case "dynamodb" -> databaseAnswers();
                case "xray" -> Probe.answers(shop.ports().url(part));
                default -> Probe.answers(shop.ports().managementUrl(part));
            };
        } catch (IOException away) {
            return false;
        }
    }

    private boolean databaseAnswers() throws IOException {
        HttpURLConnection health = (HttpURLConnection)
                URI.create(shop.ports().url("dynamodb") + "/health").toURL().openConnection();
        health.setConnectTimeout(1_000);
        health.setReadTimeout(1_000);
        return health.getResponseCode() == 200;
    }
}
