package com.anycompany.shop.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A shop that {@code ./shop up --no-load} started for these tests, on ports of its own. */
final class Shop implements AutoCloseable {

    private static final Duration FIRST_START = Duration.ofMinutes(6);

    /** The services, those of the expected service graph. */
    static final List<String> SERVICES =
            List.copyOf(ServiceGraph.expected().services().keySet());

    private final Worktree worktree;
    private final ShopPorts ports;
    private final Process launcher;
    private final Traces traces;
    private final Instant opened = Instant.now();

    private Shop(Worktree worktree, ShopPorts ports, Process launcher) {
        this.worktree = worktree;
        this.ports = ports;
        this.launcher = launcher;
        this.traces = new Traces(URI.create(ports.url("xray")));
    }

    static Shop start() throws IOException {
        Worktree worktree = Worktree.create("shared");
        ShopPorts ports = ShopPorts.free();
        List<String> arguments = new ArrayList<>(List.of("up", "--no-load"));
        arguments.addAll(ports.options());
        Path output = worktree.root().resolve("up.out");
        Shop shop = new Shop(worktree, ports, new Script(worktree).start(output, arguments));
        try {
            await().atMost(FIRST_START).until(() -> !shop.launcher.isAlive() || shop.isOpen());
            if (!shop.launcher.isAlive()) {
                throw new IllegalStateException("./shop up ended: " + Files.readString(output));
            }
            return shop;
        } catch (RuntimeException | IOException failed) {
            shop.close();
            throw failed;
        }
    }

    private boolean isOpen() throws IOException {
        return Files.readString(output()).contains("The shop is open");
    }

    /** Where what {@code ./shop up} prints goes. */
    Path output() {
        return worktree.root().resolve("up.out");
    }

    /** What all parts have logged so far. */
    String logs() throws IOException {
        StringBuilder logs = new StringBuilder();
        try (Stream<Path> files = Files.list(worktree.root().resolve(".shop/logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                logs.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .append('\n');
            }
        }
        return logs.toString();
    }

    Script script() {
        return new Script(worktree);
    }

    ShopPorts ports() {
        return ports;
    }

    String url() {
        return ports.url("frontend");
    }

    Traces traces() {
        return traces;
    }

    /** The launcher and all that it started. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> processes = new ArrayList<>(launcher.descendants().toList());
        processes.add(launcher.toHandle());
        return processes;
    }

    /** A part's process, as {@code .shop/run} tells it to any other program. */
    ProcessHandle process(String part) throws IOException {
        String mark = Files.readString(worktree.root().resolve(".shop/run/" + part + ".pid"));
        return ProcessHandle.of(Long.parseLong(mark.strip().split("\\s+")[0])).orElseThrow();
    }

    /** Sends a part's process a signal, such as STOP, as {@code kill} does. */
    void signal(String part, String signal) throws IOException {
        String pid = Long.toString(process(part).pid());
        new ProcessBuilder("kill", "-" + signal, pid).start().onExit().join();
    }

    /** {@code kill -9}; the part is gone when this returns. */
    void kill(String part) throws IOException {
        ProcessHandle running = process(part);
        running.destroyForcibly();
        running.onExit().join();
    }

    /** Waits until every service answers its probe. */
    void awaitRecovery() {
        SERVICES.forEach(service -> await().atMost(Duration.ofSeconds(120))
                .ignoreExceptions()
                .until(() -> Probe.answers(ports.url(service))));
    }

    /** From here on, all traces are those of the tests. */
    Instant opened() {
        return opened;
    }

    /** Leaves nothing behind, even if a test failed half-way. */
    @Override
    public void close() {
        List<ProcessHandle> all = processes();
        launcher.destroy();
        try {
            launcher.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
        traces.close();
    }
}
