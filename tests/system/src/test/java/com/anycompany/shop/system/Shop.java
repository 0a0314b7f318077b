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
import java.util.NoSuchElementException;
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
    private volatile Process launcher;
    private final List<String> arguments;
    private final Traces traces;
    private final Instant opened = Instant.now();

    private Shop(Worktree worktree, ShopPorts ports) throws IOException {
        this.worktree = worktree;
        this.ports = ports;
        this.arguments = new ArrayList<>(List.of("up", "--no-load"));
        this.arguments.addAll(ports.options());
        this.launcher = new Script(worktree).start(output(), arguments);
        this.traces = new Traces(URI.create(ports.url("xray")));
    }

    static Shop start() throws IOException {
        Worktree worktree = Worktree.create("shared");
        Shop shop = new Shop(worktree, ShopPorts.free());
        try {
            shop.awaitOpening(FIRST_START);
            return shop;
        } catch (RuntimeException | IOException failed) {
            shop.close();
            throw failed;
        }
    }

    private void awaitOpening(Duration limit) throws IOException {
        await().atMost(limit).pollInterval(Duration.ofMillis(50)).until(() -> !launcher.isAlive() || isOpen());
        if (!launcher.isAlive()) {
            throw new IllegalStateException("./shop up ended: " + Files.readString(output()));
        }
    }

    /** {@code kill -9} of the launcher, which leaves the parts running. */
    void killLauncher() {
        launcher.destroyForcibly().onExit().join();
    }

    /** {@code ./shop up} once more, with the same ports; returns when the shop is open. */
    void upAgain() throws IOException {
        launcher = script().start(output(), arguments);
        awaitOpening(Duration.ofMinutes(2));
    }

    /**
     * {@code ./shop up} once more, without the launcher's start-up archive, so that it has to record one; returns while it does.
     */
    void upAgainUntilItPrepares() throws IOException {
        worktree.forget("app/launcher");
        launcher = script().start(output(), arguments);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Files.readString(output()).contains("Recording start-up archives"));
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

    /** All parts, whichever launcher started them. */
    List<ProcessHandle> parts() throws IOException {
        List<ProcessHandle> parts = new ArrayList<>();
        for (String part : ports.byPart().keySet()) {
            parts.add(process(part));
        }
        return parts;
    }

    /** The launcher, too. */
    List<ProcessHandle> processes() throws IOException {
        List<ProcessHandle> processes = parts();
        processes.add(launcher.toHandle());
        return processes;
    }

    ProcessHandle launcher() {
        return launcher.toHandle();
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
        ProcessEnd.awaited(running);
    }

    /** Waits until every service answers its probe. */
    void awaitRecovery() {
        SERVICES.forEach(service -> await().atMost(Duration.ofSeconds(120))
                .ignoreExceptions()
                .until(() -> Probe.answers(ports.managementUrl(service))));
    }

    /** From here on, all traces are those of the tests. */
    Instant opened() {
        return opened;
    }

    /** Leaves nothing behind, even if a test failed half-way. */
    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>(launcher.descendants().toList());
        for (String part : ports.byPart().keySet()) {
            try {
                all.add(process(part));
            } catch (IOException | NoSuchElementException ended) {
                // Nothing to end.
            }
        }
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
