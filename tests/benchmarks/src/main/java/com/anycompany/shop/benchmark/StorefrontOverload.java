package com.anycompany.shop.benchmark;

import com.anycompany.shop.benchmark.OfferedLoad.Outcome;
import com.anycompany.xray.benchmark.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What the storefront answers when more is asked than it can bear: its peak with as many connections as keep it busy, then 1, 2, 5
 * and 10 times that rate, and the time after which it answers everything again.
 */
final class StorefrontOverload {

    private static final List<String> PAGES =
            List.of("/", "/products?category=audio", "/products?query=lamp", "/products/2001492513595", "/cart");
    private static final int BUSY = 16;
    private static final int[] FACTORS = {1, 2, 5, 10};
    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(60);

    private StorefrontOverload() {}

    /** {@code [--url STOREFRONT] [SECONDS]}; without an address it starts a shop of its own. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        boolean running = !words.isEmpty() && words.get(0).equals("--url");
        List<String> rest = words.subList(running ? 2 : 0, words.size());
        Duration time = Duration.ofSeconds(rest.isEmpty() ? 15 : Long.parseLong(rest.get(0)));
        if (running) {
            measure(URI.create(words.get(1)), time);
            return;
        }
        int xrayPort = Ports.free();
        int dynamoDbPort = Ports.free();
        Process xray = TwinShop.java(256, Path.of("local/xray/target/app/xray-local.jar"), "--port", "" + xrayPort)
                .start();
        Process dynamoDb = TwinShop.java(
                        256, Path.of("local/dynamodb/target/app/capacitydb.jar"), "--port", "" + dynamoDbPort)
                .start();
        try (TwinShop shop = TwinShop.start(true, "http://127.0.0.1:" + dynamoDbPort, "127.0.0.1:" + xrayPort)) {
            measure(URI.create(shop.storefront()), time);
        } finally {
            xray.destroy();
            dynamoDb.destroy();
            TwinShop.awaitEnd(xray);
            TwinShop.awaitEnd(dynamoDb);
        }
    }

    private static void measure(URI storefront, Duration time) throws IOException, InterruptedException {
        OfferedLoad load = new OfferedLoad(storefront, PAGES);
        for (int i = 0; i < 3; i++) {
            load.offer(Double.POSITIVE_INFINITY, BUSY, time);
        }
        System.out.println("| Load | sent/s | goodput: answered/s | of the peak | refused/s | failed/s | p50 | p95"
                + " | checkouts answered | processors used by the sender |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        double before = processorSeconds();
        Outcome busy = load.offer(Double.POSITIVE_INFINITY, BUSY, time);
        double peak = busy.perSecond(busy.answered());
        print(BUSY + " connections", busy, peak, processorSeconds() - before);
        for (int factor : FACTORS) {
            before = processorSeconds();
            Outcome outcome = load.offer(peak * factor, time);
            print(factor + " ×", outcome, peak, processorSeconds() - before);
        }
        System.out.printf(
                Locale.ROOT, "%nEverything is answered again after %.0f s at half the peak.%n", recovery(load, peak));
    }

    private static double recovery(OfferedLoad load, double peak) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < RECOVERY_LIMIT.toNanos()) {
            Outcome second = load.offer(peak / 2, Duration.ofSeconds(1));
            if (second.answered() == second.sent()) {
                break;
            }
        }
        return (System.nanoTime() - began) / 1e9 - 1;
    }

    /** Of this process, which takes them from the shop: both run on the same machine. */
    private static double processorSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }

    private static void print(String name, Outcome outcome, double peak, double senderSeconds) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f %% | %.0f | %.0f | %d ms | %d ms | %.0f %% | %.2f |%n",
                name,
                outcome.perSecond(outcome.sent()),
                outcome.perSecond(outcome.answered()),
                100 * outcome.perSecond(outcome.answered()) / peak,
                outcome.perSecond(outcome.refused()),
                outcome.perSecond(outcome.failed()),
                outcome.percentile(0.5),
                outcome.percentile(0.95),
                100.0 * outcome.checkoutsAnswered() / Math.max(1, outcome.checkouts()),
                senderSeconds * 1e9 / outcome.time().toNanos());
    }
}
