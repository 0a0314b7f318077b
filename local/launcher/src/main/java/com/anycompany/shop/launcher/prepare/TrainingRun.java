package com.anycompany.shop.launcher.prepare;

import com.anycompany.shop.commandline.Stopwatch;
import com.anycompany.shop.launcher.app.JavaRuntime;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.plan.ShopPlan;
import com.anycompany.shop.launcher.supervise.PartListener;
import com.anycompany.shop.launcher.supervise.PartRunner;
import com.anycompany.shop.launcher.supervise.RunningParts;
import com.anycompany.shop.launcher.supervise.Supervisor;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;

/**
 * Training run for the start-up archives (docs/adr/007-start-up-archives.md): runs the whole shop once on free ports with
 * temporary data and two fast shoppers, so that each part's archive holds the classes of its request path. The launcher runs
 * this in a process of its own, which records the launcher's archive in the same way.
 */
public final class TrainingRun {

    /** The hidden subcommand of {@code ./shop} that performs it. */
    public static final String COMMAND = "train";

    /** Exit code if not all parts started, or one was killed while it wrote; then a missing archive has no meaning. */
    static final int INCOMPLETE = 2;

    /** What the lines for the user begin with; the launcher shows only these. */
    static final String INDENT = "  ";

    private static final Duration TRAFFIC = Duration.ofSeconds(8);

    /** Longer than the usual limit, because the archives are missing. */
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private static final Duration GRACE_AFTER_INTERRUPT = Duration.ofSeconds(2);

    /** A few seconds on a machine that has nothing else to do. */
    private static final Duration WRITING_AN_ARCHIVE = Duration.ofMinutes(10);

    private final ShopFolder folder;
    private final Terminal terminal;
    private final Set<String> recorded;
    private final Clock clock;
    private final Stopwatch stopwatch = Stopwatch.started();

    /** @param recorded the names of the parts whose archives are to be recorded */
    public TrainingRun(ShopFolder folder, Terminal terminal, Set<String> recorded, Clock clock) {
        this.folder = folder.training();
        this.terminal = terminal;
        this.recorded = recorded;
        this.clock = clock;
    }

    /** Returns the exit code. */
    public int run() throws IOException, InterruptedException {
        ShopFolder.deleteTree(folder.all());
        new RunningParts(folder).rememberLauncher();
        ShopPlan plan = ShopPlan.of(folder, FreePorts.forAll(Ports.DOCUMENTED));
        List<Part> parts = participants(plan);
        FailureList listener = new FailureList(
                new ArrayList<>(), (part, ready) -> print(part + " runs, " + ready + " of " + parts.size()));
        Supervisor supervisor =
                new Supervisor(new PartRunner(folder, JavaRuntime.current(), START_LIMIT, listener, clock)
                        .lifecycles(parts, recorded));
        Thread stopOnInterrupt = new Thread(() -> supervisor.stop(GRACE_AFTER_INTERRUPT));
        Runtime.getRuntime().addShutdownHook(stopOnInterrupt);
        boolean allRan = supervisor.start() && supervisor.notReady().isEmpty();
        if (allRan) {
            print("sending shoppers for " + TRAFFIC.toSeconds() + " s");
            TimeUnit.SECONDS.sleep(TRAFFIC.toSeconds());
        }
        listener.failures().forEach(this::print);
        supervisor.notReady().forEach(part -> print(part + " isn't ready; see " + folder.shown(folder.log(part))));
        print("writing the start-up archives");
        boolean allWrote = supervisor.stop(WRITING_AN_ARCHIVE);
        Runtime.getRuntime().removeShutdownHook(stopOnInterrupt);
        if (!allWrote) {
            print("an archive wasn't written within " + WRITING_AN_ARCHIVE.toMinutes()
                    + " minutes; the next start tries it again");
        }
        if (!allRan || !allWrote) {
            return INCOMPLETE;
        }
        ShopFolder.deleteTree(folder.all());
        return 0;
    }

    /** Without services and shoppers if only archives of the foundation or of the launcher are missing. */
    private List<Part> participants(ShopPlan plan) {
        boolean all =
                plan.parts().stream().anyMatch(p -> recorded.contains(p.name()) && p.stage() != Part.Stage.FOUNDATION);
        return plan.parts().stream()
                .filter(p -> all || p.stage() == Part.Stage.FOUNDATION)
                .map(p -> p.stage() == Part.Stage.SHOPPERS ? p.with("--think", "50ms..200ms") : p)
                .toList();
    }

    private void print(String text) {
        terminal.line(INDENT + String.format("%4d s  %s", stopwatch.elapsed().toSeconds(), text));
    }

    /** Prints which parts run, and collects what failed. */
    private record FailureList(List<String> failures, ObjIntConsumer<String> progress, AtomicInteger count)
            implements PartListener {

        FailureList(List<String> failures, ObjIntConsumer<String> progress) {
            this(failures, progress, new AtomicInteger());
        }

        @Override
        public void ready(Part part, Duration took) {
            progress.accept(part.name(), count.incrementAndGet());
        }

        @Override
        public void died(Part part, String how, Duration wait) {}

        @Override
        public void recovered(Part part, Duration took) {}

        @Override
        public void failed(Part part, String how) {
            failures.add(part.name() + " " + how);
        }
    }
}
