package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.Durations;
import com.anycompany.shop.commandline.Stopwatch;
import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.commandline.XRayEvents;
import com.anycompany.shop.launcher.app.JavaRuntime;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.plan.ShopPlan;
import com.anycompany.shop.launcher.plan.TracingMode;
import com.anycompany.shop.launcher.prepare.PortCheck;
import com.anycompany.shop.launcher.prepare.Preparation;
import com.anycompany.shop.launcher.supervise.EventReporter;
import com.anycompany.shop.launcher.supervise.FailureLogPrinter;
import com.anycompany.shop.launcher.supervise.LauncherLock;
import com.anycompany.shop.launcher.supervise.Notices;
import com.anycompany.shop.launcher.supervise.Orphans;
import com.anycompany.shop.launcher.supervise.PartListener;
import com.anycompany.shop.launcher.supervise.PartLogs;
import com.anycompany.shop.launcher.supervise.PartRunner;
import com.anycompany.shop.launcher.supervise.ProgressPrinter;
import com.anycompany.shop.launcher.supervise.RunningParts;
import com.anycompany.shop.launcher.supervise.ShutdownHook;
import com.anycompany.shop.launcher.supervise.Supervisor;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the whole shop and supervises it until it is stopped. */
@Command(name = "up", description = "Build what is missing, start everything, keep it running. Ctrl-C stops it.")
final class Up implements Callable<Integer> {

    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final Duration LOOK_AT_LOGS = Duration.ofSeconds(10);
    private static final Duration LOOK_AT_NOTICES = Duration.ofMillis(300);

    @Option(
            names = "--port",
            paramLabel = "NAME=PORT",
            description = "Let a part listen on another port, for example --port frontend=9090.")
    private Map<String, Integer> changedPorts = Map.of();

    @Option(names = "--no-load", description = "Start without the two shoppers in the background.")
    private boolean noLoad;

    @Option(
            names = "--tracing",
            paramLabel = "MODE",
            defaultValue = "xray",
            description = "What traces the services: xray (the X-Ray SDK), otel (OpenTelemetry's Java agent) or mixed"
                    + " (catalogservice and cartservice by OpenTelemetry) (default: ${DEFAULT-VALUE}).")
    private TracingMode tracing = TracingMode.XRAY;

    @Option(
            names = "--otel",
            paramLabel = "SERVICE",
            split = ",",
            description = "Let OpenTelemetry's Java agent trace these services, for example --otel catalog,cart.")
    private List<String> openTelemetry = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "How long a part may take to start before it is tried again (default: ${DEFAULT-VALUE}).")
    private Duration startLimit = Duration.ofSeconds(60);

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final RunningParts running = new RunningParts(folder);
    private final JavaRuntime java = JavaRuntime.current();
    private final Terminal terminal = Terminal.standard();

    @Override
    public Integer call() throws Exception {
        ShopPlan plan = plan();
        refuse(PortCheck.shared(plan.parts()));
        List<Part> parts = plan.parts().stream()
                .filter(p -> !noLoad || p.stage() != Part.Stage.SHOPPERS)
                .toList();
        try (LauncherLock only = LauncherLock.lock(folder)) {
            running.rememberLauncher();
            ShutdownHook shutdown = ShutdownHook.register(() -> stopUnsupervised(plan.parts()));
            Map<String, ProcessHandle> kept = keepOrEndOrphans(plan.parts(), parts);
            try {
                refuse(PortCheck.busy(
                        parts.stream().filter(p -> !kept.containsKey(p.name())).toList()));
                plan.ports().remember(folder);
                new Preparation(folder, java, terminal).prepare(plan.parts());
            } catch (RuntimeException e) {
                running.endOrphans(plan.parts(), GRACE);
                throw e;
            }
            return run(plan, parts, kept, shutdown);
        }
    }

    /** Kept parts serve during the preparation, before a supervisor could stop them. */
    private void stopUnsupervised(List<Part> parts) {
        running.endOrphans(parts, GRACE);
        running.forgetLauncher();
    }

    private ShopPlan plan() {
        ShopPlan plan = ShopPlan.of(folder, ports());
        Set<String> services = tracing.openTelemetry(openTelemetry);
        return services.isEmpty() ? plan : plan.tracedByOpenTelemetry(folder, services, System.getenv());
    }

    private Ports ports() {
        Ports ports = Ports.DOCUMENTED;
        for (Map.Entry<String, Integer> change : changedPorts.entrySet()) {
            ports = ports.with(change.getKey(), change.getValue());
        }
        return ports;
    }

    private Map<String, ProcessHandle> keepOrEndOrphans(List<Part> known, List<Part> wanted) {
        RunningParts.endTrainingRun(folder, known, GRACE);
        Orphans.Outcome outcome = new Orphans(folder, java).keepOrEnd(known, wanted, GRACE);
        if (!outcome.kept().isEmpty()) {
            terminal.line("Kept what an earlier run left running: "
                    + String.join(", ", inOrder(known, outcome.kept().keySet())) + ".");
        }
        if (!outcome.ended().isEmpty()) {
            terminal.line("Ended what an earlier run left behind: " + String.join(", ", outcome.ended()) + ".");
        }
        return outcome.kept();
    }

    private static List<String> inOrder(List<Part> parts, Set<String> names) {
        return parts.stream().map(Part::name).filter(names::contains).toList();
    }

    private static void refuse(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new UserError(String.join(System.lineSeparator(), reasons));
        }
    }

    private int run(ShopPlan plan, List<Part> parts, Map<String, ProcessHandle> kept, ShutdownHook shutdown)
            throws InterruptedException {
        Stopwatch stopwatch = Stopwatch.started();
        PartLogs logs = PartLogs.of(folder);
        parts.stream().map(Part::name).filter(name -> !kept.containsKey(name)).forEach(logs::beginNew);
        Notices notices = Notices.begin(folder);
        PartListener listener = new EventReporter(
                new FailureLogPrinter(new ProgressPrinter(terminal, plan.ports(), notices), folder, terminal),
                new XRayEvents(URI.create(plan.ports().url("xray"))));
        Supervisor supervisor = new Supervisor(new PartRunner(folder, java, startLimit, listener, Clock.systemUTC())
                .lifecycles(parts, Set.of(), kept));
        supervisor.every(LOOK_AT_NOTICES, () -> notices.print(terminal));
        supervisor.every(LOOK_AT_LOGS, () -> parts.forEach(p -> logs.rotateIfLarge(p.name())));
        if (!shutdown.replace(() -> stop(supervisor, parts)) || !supervisor.start()) {
            return 1;
        }
        announce(plan, stopwatch.elapsed(), supervisor.notReady());
        shutdown.await();
        return 0;
    }

    private void stop(Supervisor supervisor, List<Part> parts) {
        Stopwatch stopwatch = Stopwatch.started();
        supervisor.stop(GRACE);
        running.endOrphans(
                parts, GRACE); // Kept parts whose turn hadn't come yet; for the others this only deletes their files.
        running.forgetLauncher();
        terminal.line("Everything is stopped (" + Durations.seconds(stopwatch.elapsed()) + ").");
    }

    private void announce(ShopPlan plan, Duration took, List<String> notReady) {
        terminal.line("");
        terminal.line("The shop is open after " + Durations.seconds(took)
                + (notReady.isEmpty() ? "." : ", without " + String.join(", ", notReady) + ", which is tried again."));
        terminal.line("  Storefront   " + terminal.strong(plan.ports().url("frontend")));
        terminal.line("  Console      " + terminal.strong(plan.ports().url("xray")));
        terminal.line("Ctrl-C stops everything.");
    }
}
