package com.anycompany.shop.benchmark;

import com.anycompany.xray.benchmark.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What tracing every request costs: the same pages from a shop that is traced and from one that isn't, in turns. Processor
 * time is what other work on the machine distorts least; with all processors busy, pages per second go with it.
 */
final class TracingCost {

    private static final Duration ROUND = Duration.ofSeconds(10);

    private final List<Round> traced = new ArrayList<>();
    private final List<Round> untraced = new ArrayList<>();

    /** One turn: milliseconds of processor time a page, of the services and of X-Ray Local. */
    private record Round(double pagesPerSecond, double services, double xray) {}

    private TracingCost() {}

    /** One argument: the number of rounds, 6 by default. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length == 0 ? 6 : Integer.parseInt(arguments[0]);
        int xrayPort = Ports.free();
        int dynamoDbPort = Ports.free();
        Process xray = TwinShop.java(256, Path.of("local/xray/target/app/xray-local.jar"), "--port", "" + xrayPort)
                .start();
        Process dynamoDb = TwinShop.java(
                        256, Path.of("local/dynamodb/target/app/capacitydb.jar"), "--port", "" + dynamoDbPort)
                .start();
        try {
            TwinShop.awaitAnswer("http://127.0.0.1:" + dynamoDbPort + "/health");
            TwinShop.awaitAnswer("http://127.0.0.1:" + xrayPort + "/actuator/health");
            new TracingCost().measure(rounds, "http://127.0.0.1:" + dynamoDbPort, "127.0.0.1:" + xrayPort, xray);
        } finally {
            xray.destroy();
            dynamoDb.destroy();
            TwinShop.awaitEnd(xray);
            TwinShop.awaitEnd(dynamoDb);
        }
    }

    private void measure(int rounds, String dynamoDb, String daemon, Process xray)
            throws IOException, InterruptedException {
        try (TwinShop with = TwinShop.start(true, dynamoDb, daemon);
                TwinShop without = TwinShop.start(false, dynamoDb, daemon)) {
            PageLoad pagesWith = new PageLoad(with.storefront());
            PageLoad pagesWithout = new PageLoad(without.storefront());
            for (int i = 0; i < 3; i++) {
                pagesWith.read(ROUND);
                pagesWithout.read(ROUND);
            }
            for (int i = 0; i < rounds; i++) {
                traced.add(round(with, pagesWith, xray));
                untraced.add(round(without, pagesWithout, xray));
            }
        }
        print();
    }

    private static Round round(TwinShop shop, PageLoad pages, Process xray) throws IOException, InterruptedException {
        Duration servicesBefore = shop.processorTime();
        Duration xrayBefore = TwinShop.processorTime(xray);
        long start = System.nanoTime();
        long read = pages.read(ROUND);
        double seconds = (System.nanoTime() - start) / 1e9;
        Round round = new Round(
                read / seconds,
                millis(shop.processorTime().minus(servicesBefore)) / read,
                millis(TwinShop.processorTime(xray).minus(xrayBefore)) / read);
        System.out.printf(
                Locale.ROOT,
                "%.0f pages/s, %.2f ms of processor time a page, X-Ray Local %.2f ms%n",
                round.pagesPerSecond(),
                round.services(),
                round.xray());
        return round;
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    private void print() {
        System.out.println();
        System.out.println("| Median of " + traced.size() + " rounds | traced | not traced | ratio |");
        System.out.println("|---|---:|---:|---:|");
        row("pages a second, everything on the same two processors", Round::pagesPerSecond);
        row("processor time of the services a page, ms", Round::services);
        row("processor time of X-Ray Local a page, ms", Round::xray);
    }

    private void row(String what, ToDoubleFunction<Round> figure) {
        double with = median(traced, figure);
        double without = median(untraced, figure);
        System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %.3f |%n", what, with, without, with / without);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
