package com.anycompany.shop.system;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends processes of the shop, one strike after the other, in an order that its seed gives. Each kind of strike comes in turn. */
final class Strikes {

    /** What a strike ends. */
    private enum Kind {
        SERVICE,
        TWO_SERVICES,
        /** One of the services that an order passes, 50 to 500 ms after an order was sent. */
        AFTER_AN_ORDER,
        DATABASE,
        XRAY_LOCAL,
        LAUNCHER
    }

    private static final List<Kind> ROUND = List.of(
            Kind.TWO_SERVICES,
            Kind.AFTER_AN_ORDER,
            Kind.DATABASE,
            Kind.SERVICE,
            Kind.LAUNCHER,
            Kind.TWO_SERVICES,
            Kind.AFTER_AN_ORDER,
            Kind.XRAY_LOCAL);
    private static final List<String> ON_THE_WAY_OF_AN_ORDER =
            List.of("frontend", "orderservice", "paymentservice", "cartservice");

    /** With more of them away at once nobody could buy anything, and nothing would be put to the test. */
    private static final int MOST_AWAY = 2;

    private final Shop shop;
    private final Kills kills;
    private final ChaosReport report;
    private final Random random;
    private final List<Kind> deck = new ArrayList<>();

    Strikes(Shop shop, Kills kills, ChaosReport report, long seed) {
        this.shop = shop;
        this.kills = kills;
        this.report = report;
        this.random = new Random(seed);
    }

    /** Strikes and waits, again and again until the time is over. */
    void until(Instant end, Duration pause, CountDownLatch ended) throws IOException, InterruptedException {
        Kind next = draw();
        while (Instant.now().isBefore(end)) {
            if (strike(next, ended)) {
                next = draw();
            }
            if (waits(pause, ended)) {
                return;
            }
        }
    }

    /** Returns false if too much is away for that; then it is tried again later. */
    private boolean strike(Kind kind, CountDownLatch ended) throws IOException, InterruptedException {
        List<String> up = new ArrayList<>(
                Shop.SERVICES.stream().filter(service -> !kills.isAway(service)).toList());
        Collections.shuffle(up, random);
        int away = Shop.SERVICES.size() - up.size();
        switch (kind) {
            case SERVICE -> {
                return away < MOST_AWAY && kill(up.subList(0, 1));
            }
            case TWO_SERVICES -> {
                return away == 0 && kill(up.subList(0, 2));
            }
            case AFTER_AN_ORDER -> {
                up.retainAll(ON_THE_WAY_OF_AN_ORDER);
                return away < MOST_AWAY && awaitOrder(ended) && kill(up.subList(0, 1));
            }
            case DATABASE -> {
                return !kills.isAnyAway() && kill(List.of("dynamodb"));
            }
            case XRAY_LOCAL -> {
                return !kills.isAway("xray") && kill(List.of("xray"));
            }
            case LAUNCHER -> {
                return !kills.isAnyAway() && killLauncher();
            }
        }
        throw new IllegalStateException("no such kind: " + kind);
    }

    private boolean kill(List<String> parts) throws IOException {
        List<ProcessHandle> processes = new ArrayList<>();
        for (String part : parts) {
            processes.add(shop.process(part));
        }
        parts.forEach(kills::note);
        processes.forEach(ProcessHandle::destroyForcibly);
        return true;
    }

    private boolean killLauncher() throws IOException {
        Kill kill = kills.note(Kills.LAUNCHER);
        shop.killLauncher();
        shop.upAgain();
        kill.returned(Instant.now());
        return true;
    }

    /** Waits for the next order that a shopper sends, and then for a moment in which it is under way. */
    private boolean awaitOrder(CountDownLatch ended) throws InterruptedException {
        int before = report.attempts();
        for (int tries = 0; tries < 1_000; tries++) {
            if (report.attempts() > before) {
                return !waits(Duration.ofMillis(50 + random.nextInt(450)), ended);
            }
            if (waits(Duration.ofMillis(5), ended)) {
                return false;
            }
        }
        return false;
    }

    private Kind draw() {
        if (deck.isEmpty()) {
            deck.addAll(ROUND);
            Collections.shuffle(deck, random);
        }
        return deck.remove(deck.size() - 1);
    }

    private static boolean waits(Duration time, CountDownLatch ended) throws InterruptedException {
        return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
