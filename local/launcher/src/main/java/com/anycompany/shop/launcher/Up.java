package com.anycompany.shop.launcher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final RunningParts running = new RunningParts(folder);
    private final Screen screen = Screen.standard();

    @Override
    public Integer call() throws Exception {
        ShopPlan plan = new ShopPlan(folder, ports());
        List<Part> parts = plan.parts().stream()
                .filter(p -> !noLoad || p.stage() != Part.Stage.SHOPPERS)
                .toList();
        try (OneLauncher only = OneLauncher.lock(folder)) {
            List<String> orphans = running.endOrphans(plan.parts(), GRACE);
            if (!orphans.isEmpty()) {
                screen.line("Ended what an earlier run left behind: " + String.join(", ", orphans) + ".");
            }
            refuseBusyPorts(parts);
            layOut(parts);
            return start(plan, parts);
        }
    }

    private Ports ports() {
        Ports ports = Ports.DOCUMENTED;
        for (Map.Entry<String, Integer> change : changedPorts.entrySet()) {
            ports = ports.with(change.getKey(), change.getValue());
        }
        return ports;
    }

    private void refuseBusyPorts(List<Part> parts) {
        List<String> busy = PortCheck.busy(parts);
        if (!busy.isEmpty()) {
            throw new Refusal(String.join(System.lineSeparator(), busy));
        }
    }

    private void layOut(List<Part> parts) {
        for (Part part : parts) {
            AppFolder app = new AppFolder(folder.app(part.app()), part.app());
            if (!app.isLaidOutFrom(folder.jar(part))) {
                app.layOutFrom(folder.jar(part));
            }
        }
    }

    private int start(ShopPlan plan, List<Part> parts) throws InterruptedException {
        Instant began = Instant.now();
        plan.ports().remember(folder);
        running.rememberLauncher();
        parts.forEach(p -> folder.rotateLog(p.name()));
        Supervisor supervisor = new Supervisor(lifecycles(plan, parts), GRACE);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor, parts, stopped)));
        if (!supervisor.start()) {
            return 1;
        }
        announce(plan, Duration.between(began, Instant.now()));
        stopped.await();
        return 0;
    }

    private List<PartLifecycle> lifecycles(ShopPlan plan, List<Part> parts) {
        PartListener listener = new FailureLog(new Progress(screen, plan.ports()), folder, screen);
        JavaRuntime java = JavaRuntime.current();
        List<PartLifecycle> lifecycles = new ArrayList<>();
        for (Part part : parts) {
            List<String> command = java.command(part, new AppFolder(folder.app(part.app()), part.app()).jar());
            Child.Launch launch = () -> {
                JavaProcess process = JavaProcess.start(command, part.environment(), folder.log(part.name()));
                running.remember(part.name(), process.handle());
                return process;
            };
            lifecycles.add(new PartLifecycle(part, launch, HttpProbe.of(part), listener, Clock.systemUTC()));
        }
        return lifecycles;
    }

    private void stop(Supervisor supervisor, List<Part> parts, CountDownLatch stopped) {
        Instant began = Instant.now();
        supervisor.stop();
        parts.forEach(p -> running.forget(p.name()));
        running.forgetLauncher();
        screen.line("Everything is stopped (" + Screen.seconds(Duration.between(began, Instant.now())) + ").");
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
