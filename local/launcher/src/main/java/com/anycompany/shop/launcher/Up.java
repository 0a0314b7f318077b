package com.anycompany.shop.launcher;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the whole shop and stays with it. */
@Command(name = "up", description = "Build what is missing, start everything, keep it running. Ctrl-C stops it.")
final class Up implements Callable<Integer> {

    private static final Duration GRACE = Duration.ofSeconds(8);

    @Option(
            names = "--port",
            paramLabel = "NAME=PORT",
            description = "Let a part listen on another port, for example --port frontend=9090.")
    private Map<String, Integer> changedPorts = Map.of();

    @Option(names = "--no-load", description = "Start without the two shoppers in the background.")
    private boolean noLoad;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = Durations.class,
            description = "How long a part may take to start (default: ${DEFAULT-VALUE}).")
    private Duration patience = Duration.ofSeconds(60);

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final RunningParts running = new RunningParts(folder);
    private final JavaRuntime java = JavaRuntime.current();
    private final Screen screen = Screen.standard();

    @Override
    public Integer call() throws Exception {
        ShopPlan plan = ShopPlan.of(folder, ports());
        List<Part> parts = plan.parts().stream()
                .filter(p -> !noLoad || p.stage() != Part.Stage.SHOPPERS)
                .toList();
        try (OneLauncher only = OneLauncher.lock(folder)) {
            running.rememberLauncher();
            endOrphans(plan.parts());
            refuseBusyPorts(parts);
            new Preparation(folder, java, screen).prepare(plan.parts());
            return run(plan, parts);
        }
    }

    private Ports ports() {
        Ports ports = Ports.DOCUMENTED;
        for (Map.Entry<String, Integer> change : changedPorts.entrySet()) {
            ports = ports.with(change.getKey(), change.getValue());
        }
        return ports;
    }

    private void endOrphans(List<Part> parts) {
        List<String> orphans = running.endOrphans(parts, GRACE);
        if (!orphans.isEmpty()) {
            screen.line("Ended what an earlier run left behind: " + String.join(", ", orphans) + ".");
        }
    }

    private static void refuseBusyPorts(List<Part> parts) {
        List<String> busy = PortCheck.busy(parts);
        if (!busy.isEmpty()) {
            throw new Refusal(String.join(System.lineSeparator(), busy));
        }
    }

    private int run(ShopPlan plan, List<Part> parts) throws InterruptedException {
        Stopwatch stopwatch = Stopwatch.started();
        plan.ports().remember(folder);
        parts.forEach(p -> folder.rotateLog(p.name()));
        PartListener listener =
                new XRayEvents(new FailureLog(new Progress(screen, plan.ports()), folder, screen), plan.ports());
        Supervisor supervisor = new Supervisor(
                new PartRunner(folder, java, patience, listener, Clock.systemUTC()).lifecycles(parts, Set.of()));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor, parts, stopped)));
        if (!supervisor.start()) {
            return 1;
        }
        announce(plan, stopwatch.elapsed());
        stopped.await();
        return 0;
    }

    private void stop(Supervisor supervisor, List<Part> parts, CountDownLatch stopped) {
        Stopwatch stopwatch = Stopwatch.started();
        supervisor.stop(GRACE);
        parts.forEach(p -> running.forget(p.name()));
        running.forgetLauncher();
        screen.line("Everything is stopped (" + Screen.seconds(stopwatch.elapsed()) + ").");
        stopped.countDown();
    }

    private void announce(ShopPlan plan, Duration took) {
        screen.line("");
        screen.line("The shop is open after " + Screen.seconds(took) + ".");
        screen.line("  Storefront   " + screen.strong(plan.ports().url("frontend")));
        screen.line("  Console      " + screen.strong(plan.ports().url("xray")));
        screen.line("Ctrl-C stops everything.");
    }
}
