package com.anycompany.shop.benchmark;

import com.anycompany.xray.benchmark.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A checkout's shop, started by its own {@code ./shop up} on free ports, without shoppers. Linux only: it reads /proc. */
final class RunningShop implements AutoCloseable {

    private static final List<String> TABLES =
            List.of("ProductCatalog", "Carts", "Orders", "Payments", "Recommendations");
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final String name;
    private final Path checkout;
    private final Process launcher;
    private final Map<String, Integer> ports;

    private RunningShop(String name, Path checkout, Process launcher, Map<String, Integer> ports) {
        this.name = name;
        this.checkout = checkout;
        this.launcher = launcher;
        this.ports = ports;
    }

    /** Builds what is missing, and waits until the home page answers. */
    static RunningShop start(String name, Path checkout, List<String> parts) throws IOException, InterruptedException {
        Map<String, Integer> ports = freePorts(parts);
        List<String> command = new ArrayList<>(List.of("./shop", "up", "--no-load"));
        ports.forEach((part, port) -> command.addAll(List.of("--port", part + "=" + port)));
        Process launcher = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        RunningShop shop = new RunningShop(name, checkout, launcher, ports);
        try {
            long giveUp = System.nanoTime() + TIMEOUT.toNanos();
            while (!shop.isUp()) {
                if (!launcher.isAlive() || System.nanoTime() > giveUp) {
                    throw new IOException("./shop up in " + checkout + " doesn't come up; run it there to see why");
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
            return shop;
        } catch (IOException | InterruptedException | RuntimeException e) {
            shop.close();
            throw e;
        }
    }

    /** A service's management port is its own + 10000, so the ephemeral ones are too high. */
    private static Map<String, Integer> freePorts(List<String> parts) {
        while (true) {
            int first = 12_000 + ThreadLocalRandom.current().nextInt(1_000) * 10;
            Map<String, Integer> ports = new LinkedHashMap<>();
            for (String part : parts) {
                ports.put(part, first + ports.size());
            }
            if (ports.values().stream().allMatch(port -> Ports.isFree(port) && Ports.isFree(port + 10_000))) {
                return ports;
            }
        }
    }

    private boolean isUp() throws IOException, InterruptedException {
        try (ShopperConnection connection = new ShopperConnection(storefront())) {
            return connection.status("/") == 200 && run("status") == 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    String name() {
        return name;
    }

    URI storefront() {
        return URI.create("http://127.0.0.1:" + ports.get("frontend"));
    }

    URI xray() {
        return URI.create("http://127.0.0.1:" + ports.get("xray"));
    }

    /** Gives all tables so many units that nothing is throttled, or as few as they have when shipped. */
    void setCapacity(long read, long write) throws IOException, InterruptedException {
        for (String table : TABLES) {
            if (run("capacity", table, "--read", "" + read, "--write", "" + write) != 0) {
                throw new IOException("./shop capacity " + table + " failed in " + checkout);
            }
        }
    }

    int run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./shop"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Milliseconds of processor time that each part has used. */
    Map<String, Double> processorTime() throws IOException {
        Map<String, Double> times = new LinkedHashMap<>();
        try (Stream<Path> marks = Files.list(checkout.resolve(".shop/run"))) {
            for (Path mark : marks.filter(file -> file.toString().endsWith(".pid"))
                    .sorted()
                    .toList()) {
                String part = mark.getFileName().toString().replace(".pid", "");
                long pid = Long.parseLong(Files.readString(mark).split("\\s+")[0]);
                times.put(part, ProcessorTime.millis(pid));
            }
        }
        return times;
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(30, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            launcher.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
