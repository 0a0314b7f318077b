package com.anycompany.shop.benchmark;

import com.anycompany.shop.benchmark.bare.BarePage;
import com.anycompany.xray.benchmark.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Pages a second, latency and processor time of each kind of page: of this checkout's shop, of another checkout's in turns, and of a
 * bare Spring Boot page ({@link BarePage}) as the upper bound. Every request is traced; the tables have so much capacity that nothing
 * is throttled.
 */
@Command(
        name = "tests/benchmarks/storefront.sh",
        mixinStandardHelpOptions = true,
        description = "Measures the storefront's pages: rate, latency, processor time by process, errors.")
final class StorefrontRates implements Callable<Integer> {

    private static final int BUYERS = 8;
    private static final int MANY = 128;
    private static final int FEW = 4;
    private static final int COLD_CONNECTIONS = 16;
    private static final double SAME_LATENCY = 1.25;

    @Option(
            names = "--kinds",
            defaultValue = "home,category,search,product,cart,checkout",
            paramLabel = "KIND,…",
            description = "Kinds of pages (default: ${DEFAULT-VALUE}).")
    private String kinds = "";

    @Option(
            names = "--connections",
            split = ",",
            defaultValue = "1,4,16,64,128",
            paramLabel = "N,…",
            description = "Connections (default: ${DEFAULT-VALUE}); checkout always has 8 buyers.")
    private List<Integer> connections = List.of();

    @Option(
            names = "--seconds",
            defaultValue = "5",
            paramLabel = "N",
            description = "Length of a turn (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            paramLabel = "N",
            description = "Turns of each shop (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warm-up",
            defaultValue = "60",
            paramLabel = "SECONDS",
            description = "Load before the first turn, for each shop (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--compare", paramLabel = "DIR", description = "Another checkout, whose shop is measured in turns.")
    private @Nullable Path other;

    @Option(names = "--no-peer", description = "Without the bare Spring Boot page.")
    private boolean withoutPeer;

    @Option(names = "--no-recovery", description = "Without the load of 128 connections and what follows it.")
    private boolean withoutRecovery;

    @Option(
            names = "--first-minute",
            description = "With the home page's rate in the first minute after each shop's start.")
    private boolean firstMinute;

    @Option(names = "--shipped", description = "Instead of all this: the load that the shipped capacity bears.")
    private boolean shipped;

    private final List<RunningShop> shops = new ArrayList<>();
    private @Nullable Process peer;
    private @Nullable URI peerAddress;

    private record Row(PageKind kind, int connections, String server) {}

    private static final class Sum {
        private Visits visits = new Visits(0, 0, new double[0]);
        private final Map<String, Double> processorTime = new LinkedHashMap<>();
    }

    private final Map<Row, Sum> results = new LinkedHashMap<>();

    private StorefrontRates() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StorefrontRates())
                .setExecutionExceptionHandler((failure, command, result) -> {
                    System.err.println("storefront: " + failure.getMessage());
                    return 1;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<PageKind> measured = PageKind.parse(kinds);
        Thread cleanUp = new Thread(this::stop);
        Runtime.getRuntime().addShutdownHook(cleanUp);
        if (shipped) {
            RunningShop shop = RunningShop.start("shop", Path.of("").toAbsolutePath(), parts());
            shops.add(shop);
            new ShippedCapacity(shop, shop.capacity(), Clock.systemUTC()).measure(measured, seconds);
            return 0;
        }
        start();
        warmUp(measured);
        for (int round = 0; round < rounds; round++) {
            for (PageKind kind : measured) {
                for (int count : kind == PageKind.CHECKOUT ? List.of(BUYERS) : connections) {
                    turn(kind, count);
                }
            }
        }
        print();
        if (!withoutRecovery) {
            for (RunningShop shop : shops) {
                recover(shop);
            }
        }
        return 0;
    }

    private void start() throws IOException, InterruptedException {
        start("shop", Path.of("").toAbsolutePath());
        if (other != null) {
            start("other", other.toAbsolutePath());
        }
        if (!withoutPeer) {
            int port = Ports.free();
            peer = BarePage.start(shops.get(0).java(), port);
            peerAddress = URI.create("http://127.0.0.1:" + port);
            TwinShop.awaitAnswer(peerAddress + "/");
        }
    }

    private void start(String name, Path checkout) throws IOException, InterruptedException {
        RunningShop shop = RunningShop.start(name, checkout, parts());
        shops.add(shop);
        shop.raiseCapacity();
        if (firstMinute) {
            Visits minute = Visits.of(PageKind.HOME, shop.storefront(), COLD_CONNECTIONS, Duration.ofMinutes(1));
            System.out.printf(
                    Locale.ROOT,
                    "%s, home in the first minute after the start, %d connections: %.0f pages/s, p99 %.0f ms, %d errors%n",
                    name,
                    COLD_CONNECTIONS,
                    minute.perSecond(),
                    minute.percentile(0.99),
                    minute.errors());
        }
    }

    /** The services of the service graph, and what they stand on. */
    private static List<String> parts() throws IOException {
        List<String> parts = new ArrayList<>(Files.readAllLines(Path.of("tests", "service-graph.yaml")).stream()
                .filter(line -> line.matches("[a-z]+:"))
                .map(line -> line.substring(0, line.length() - 1))
                .toList());
        parts.addAll(List.of("xray", "dynamodb"));
        return parts;
    }

    private void stop() {
        shops.forEach(RunningShop::close);
        if (peer != null) {
            peer.destroy();
        }
    }

    private void warmUp(List<PageKind> measured) throws IOException, InterruptedException {
        Duration each = Duration.ofMillis(1_000L * warmUp / measured.size());
        for (PageKind kind : measured) {
            for (RunningShop shop : shops) {
                Visits.of(kind, shop.storefront(), BUYERS, each);
            }
            if (peerAddress != null && kind == PageKind.HOME) {
                Visits.of(kind, peerAddress, BUYERS, each);
            }
        }
    }

    private void turn(PageKind kind, int count) throws IOException, InterruptedException {
        for (RunningShop shop : shops) {
            Map<String, Double> before = shop.processorTime();
            Visits visits = Visits.of(kind, shop.storefront(), count, Duration.ofSeconds(seconds));
            Map<String, Double> after = shop.processorTime();
            Sum sum = add(new Row(kind, count, shop.name()), visits);
            after.forEach(
                    (part, time) -> sum.processorTime.merge(part, time - before.getOrDefault(part, time), Double::sum));
        }
        Process bare = peer;
        if (bare != null && peerAddress != null && kind == PageKind.HOME) {
            double before = ProcessorTime.millis(bare.pid());
            Visits visits = Visits.of(kind, peerAddress, count, Duration.ofSeconds(seconds));
            double used = ProcessorTime.millis(bare.pid()) - before;
            add(new Row(kind, count, "bare page"), visits).processorTime.merge("bare page", used, Double::sum);
        }
    }

    private Sum add(Row row, Visits visits) {
        Sum sum = results.computeIfAbsent(row, any -> new Sum());
        sum.visits = sum.visits.plus(visits);
        System.err.printf(
                Locale.ROOT,
                "%s, %d connections, %s: %.0f/s, p50 %.1f ms, %d errors%n",
                row.kind().label(),
                row.connections(),
                row.server(),
                visits.perSecond(),
                visits.percentile(0.5),
                visits.errors());
        return sum;
    }

    private void print() {
        System.out.println(
                "| Page | connections | server | pages/s | p50 | p99 | errors | processor time a page | of which |");
        System.out.println("|---|---:|---|---:|---:|---:|---:|---:|---|");
        results.forEach((row, sum) -> {
            double pages = Math.max(1, sum.visits.good());
            double all = sum.processorTime.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            String parts = sum.processorTime.entrySet().stream()
                    .filter(part -> part.getValue() / pages >= 0.05)
                    .map(part -> String.format(Locale.ROOT, "%s %.2f", part.getKey(), part.getValue() / pages))
                    .collect(Collectors.joining(", "));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %.0f | %.1f ms | %.1f ms | %d | %.2f ms | %s |%n",
                    row.kind().label(),
                    row.connections(),
                    row.server(),
                    sum.visits.perSecond(),
                    sum.visits.percentile(0.5),
                    sum.visits.percentile(0.99),
                    sum.visits.errors(),
                    all / pages,
                    parts);
        });
        ratio("shop", "other");
        ratio("shop", "bare page");
    }

    /** Rates of one server by those of another, where both were measured. */
    private void ratio(String server, String by) {
        results.forEach((row, sum) -> {
            Sum beside = results.get(new Row(row.kind(), row.connections(), by));
            if (row.server().equals(server) && beside != null) {
                System.out.printf(
                        Locale.ROOT,
                        "%s, %d connections: %s ÷ %s = %.2f%n",
                        row.kind().label(),
                        row.connections(),
                        server,
                        by,
                        sum.visits.perSecond() / beside.visits.perSecond());
            }
        });
    }

    /** 128 connections for twice a turn, and the time until few connections are answered as quickly as before. */
    private void recover(RunningShop shop) throws IOException, InterruptedException {
        Duration turn = Duration.ofSeconds(seconds);
        URI storefront = shop.storefront();
        double before = Visits.of(PageKind.HOME, storefront, FEW, turn).percentile(0.5);
        double peak = 0;
        for (int count : List.of(8, 16, 32)) {
            peak = Math.max(
                    peak, Visits.of(PageKind.HOME, storefront, count, turn).perSecond());
        }
        Visits many = Visits.of(PageKind.HOME, storefront, MANY, turn.multipliedBy(2));
        long ended = System.nanoTime();
        double now = Double.NaN;
        double took = 0;
        while (took < 30) {
            now = Visits.of(PageKind.HOME, storefront, FEW, Duration.ofMillis(500))
                    .percentile(0.5);
            took = (System.nanoTime() - ended) / 1e9;
            if (now <= before * SAME_LATENCY) {
                break;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s at %d connections: %.0f pages/s (%.0f %% of its peak), %d errors;"
                        + " p50 at %d connections %.1f ms before, %.1f ms %.1f s after%n",
                shop.name(),
                MANY,
                many.perSecond(),
                100 * many.perSecond() / peak,
                many.errors(),
                FEW,
                before,
                now,
                took);
    }
}
