package com.anycompany.shop.benchmark;

import com.anycompany.xray.benchmark.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A checkout's shop, started by its own {@code ./shop up} on free ports, without shoppers. Linux only: it reads /proc. */
final class RunningShop implements AutoCloseable {

    static final List<String> TABLES = List.of("ProductCatalog", "Carts", "Orders", "Payments", "Recommendations");

    private static final Units MANY = new Units(4_000, 4_000);
    private static final Pattern CAPACITY = Pattern.compile("(\\w+) has (\\d+) read and (\\d+) write capacity units");
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final String name;
    private final Path checkout;
    private final Process launcher;
    private final Map<String, Integer> ports;
    private Map<String, Units> usual = Map.of();

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

    /** The {@code java} that runs it. */
    Path java() {
        return Path.of(launcher.toHandle().info().command().orElseThrow());
    }

    URI storefront() {
        return URI.create("http://127.0.0.1:" + ports.get("frontend"));
    }

    URI xray() {
        return URI.create("http://127.0.0.1:" + ports.get("xray"));
    }

    /** Read and write units of a table and of its indexes. */
    record Units(long read, long write) {}

    /** What each table has now. */
    Map<String, Units> capacity() throws IOException, InterruptedException {
        Process listing = command("capacity").start();
        String lines = new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, Units> capacity = new LinkedHashMap<>();
        CAPACITY.matcher(lines)
                .results()
                .forEach(line -> capacity.put(
                        line.group(1), new Units(Long.parseLong(line.group(2)), Long.parseLong(line.group(3)))));
        if (listing.waitFor() != 0 || !capacity.keySet().containsAll(TABLES)) {
            throw new IOException("./shop capacity in " + checkout + " doesn't list the tables: " + lines);
        }
        return capacity;
    }

    /** Gives all tables so many units that nothing is throttled; {@link #close} gives them back what they had. */
    void raiseCapacity() throws IOException, InterruptedException {
        if (usual.isEmpty() && listsCapacity()) {
            usual = capacity();
        }
        for (String table : TABLES) {
            setCapacity(table, MANY);
        }
    }

    /** An older checkout's {@code ./shop capacity} needs the name of a table. */
    private boolean listsCapacity() throws IOException, InterruptedException {
        return run("capacity") == 0;
    }

    private void restoreCapacity() throws IOException, InterruptedException {
        for (Map.Entry<String, Units> table : usual.entrySet()) {
            setCapacity(table.getKey(), table.getValue());
        }
    }

    void setCapacity(String table, Units units) throws IOException, InterruptedException {
        if (run("capacity", table, "--read", "" + units.read(), "--write", "" + units.write()) != 0) {
            throw new IOException("./shop capacity " + table + " failed in " + checkout);
        }
    }

    int run(String... arguments) throws IOException, InterruptedException {
        return command(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(List.of("./shop"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(checkout.toFile()).redirectErrorStream(true);
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
        try {
            restoreCapacity();
        } catch (IOException e) {
            System.err.println("storefront: " + e.getMessage() + "; its tables keep what the measurement gave them");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
