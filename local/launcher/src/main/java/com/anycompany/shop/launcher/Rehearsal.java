package com.anycompany.shop.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Runs the whole shop once behind closed doors, on free ports and with throw-away data, with two quick shoppers in it,
 * so that each part's start-up archive holds what a real day needs. The launcher runs this in a process of its own,
 * which records the launcher's archive in the same way.
 */
@Command(name = "rehearse", hidden = true)
final class Rehearsal implements Callable<Integer> {

    static final String INDENT = "  ";

    private static final Duration PLAY = Duration.ofSeconds(8);
    /** Exit code when not all parts came up, so that a missing archive says nothing. */
    static final int CANCELLED = 2;

    /** Longer than on a real day, when the archives are there. */
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private static final Duration INTERRUPTED = Duration.ofSeconds(2);
    private static final Duration WRITING_AN_ARCHIVE = Duration.ofMinutes(3);

    @Parameters(arity = "0..*", description = "The parts to record.")
    private Set<String> recorded = Set.of();

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final Screen screen = Screen.standard();
    private final Stopwatch stopwatch = Stopwatch.started();

    @Override
    public Integer call() throws Exception {
        Path data = folder.data().resolve("rehearsal");
        ShopPlan plan = new ShopPlan(FreePorts.forAll(Ports.DOCUMENTED), data);
        List<Part> parts = cast(plan);
        parts.forEach(p -> folder.rotateLog(p.name()));
        Quiet listener = new Quiet(new ArrayList<>());
        Supervisor supervisor =
                new Supervisor(new PartRunner(folder, JavaRuntime.current(), START_LIMIT, listener, Clock.systemUTC())
                        .lifecycles(parts, recorded));
        Thread curtain = new Thread(() -> supervisor.stop(INTERRUPTED));
        Runtime.getRuntime().addShutdownHook(curtain);
        boolean allRan = supervisor.start();
        if (allRan) {
            say("all parts run in rehearsal");
            TimeUnit.SECONDS.sleep(PLAY.toSeconds());
        }
        listener.failures().forEach(this::say);
        say("writing the start-up archives");
        supervisor.stop(WRITING_AN_ARCHIVE);
        Runtime.getRuntime().removeShutdownHook(curtain);
        delete(data);
        return allRan ? 0 : CANCELLED;
    }

    /** Services and shoppers have nothing to rehearse when only the foundation or the launcher changed. */
    private List<Part> cast(ShopPlan plan) {
        boolean all =
                plan.parts().stream().anyMatch(p -> recorded.contains(p.name()) && p.stage() != Part.Stage.FOUNDATION);
        return plan.parts().stream()
                .filter(p -> all || p.stage() == Part.Stage.FOUNDATION)
                .map(p -> p.stage() == Part.Stage.SHOPPERS ? p.with("--think", "50ms..200ms") : p)
                .toList();
    }

    private void say(String text) {
        screen.line(INDENT + String.format("%4d s  %s", stopwatch.elapsed().toSeconds(), text));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private record Quiet(List<String> failures) implements PartListener {

        @Override
        public void ready(Part part, Duration took) {}

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
