package com.anycompany.shop.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Kills one service after the other, in an order that its seed gives, and notes when each was back. */
final class Kills {

    /** One death, by this machine's clock; {@code back} is null while the service is away. */
    private static final class Kill {
        private final String service;
        private final Instant at;
        private volatile Instant back;

        Kill(String service, Instant at) {
            this.service = service;
            this.at = at;
        }
    }

    /** With more of them away at once nobody could buy anything, and nothing would be put to the test. */
    private static final int MOST_AWAY = 2;

    private final Shop shop;
    private final Random random;
    private final List<Kill> kills = new ArrayList<>();

    Kills(Shop shop, long seed) {
        this.shop = shop;
        this.random = new Random(seed);
    }

    /** Kills a service that is up, unless enough are away, then waits, again and again until the time is over. */
    void until(Instant end, Duration pause, CountDownLatch ended) throws IOException, InterruptedException {
        while (Instant.now().isBefore(end)) {
            noteReturns();
            List<String> up =
                    Shop.SERVICES.stream().filter(service -> !isAway(service)).toList();
            if (Shop.SERVICES.size() - up.size() < MOST_AWAY) {
                String service = up.get(random.nextInt(up.size()));
                kills.add(new Kill(service, Instant.now()));
                shop.kill(service);
            }
            if (ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** Waits for all, and notes when they came. */
    void awaitRecovery() {
        await().atMost(Duration.ofSeconds(150))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    noteReturns();
                    return kills.stream().noneMatch(kill -> kill.back == null);
                });
    }

    int count() {
        return kills.size();
    }

    Duration worstRecovery() {
        return kills.stream()
                .map(kill -> Duration.between(kill.at, kill.back))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Whether one of these services was killed at that time. */
    boolean killed(List<String> services, Instant from, Instant to) {
        return kills.stream()
                .anyMatch(kill -> services.contains(kill.service) && kill.at.isAfter(from) && kill.at.isBefore(to));
    }

    private boolean isAway(String service) {
        return kills.stream().anyMatch(kill -> kill.service.equals(service) && kill.back == null);
    }

    private void noteReturns() {
        for (Kill kill : kills) {
            if (kill.back == null && answers(kill.service)) {
                kill.back = Instant.now();
            }
        }
    }

    private boolean answers(String service) {
        try {
            return Probe.answers(shop.ports().url(service));
        } catch (IOException away) {
            return false;
        }
    }
}
