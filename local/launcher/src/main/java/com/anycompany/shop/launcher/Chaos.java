package com.anycompany.shop.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills a random service again and again, to see whether anything is lost. */
@Command(name = "chaos", description = "kill -9 a random service, again and again, until Ctrl-C.")
final class Chaos implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = Durations.class,
            description = "Time between two kills (default: ${DEFAULT-VALUE}).")
    private Duration every = Duration.ofSeconds(30);

    @Option(names = "--only", split = ",", paramLabel = "SERVICE", description = "Only these, separated by commas.")
    private List<String> only = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "The same order of victims each time.")
    private @Nullable Long seed;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "How long; without it, until Ctrl-C.")
    private @Nullable Duration time;

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final Ports ports = Ports.inUse(folder);
    private final RunningParts running = new RunningParts(folder);
    private final Screen screen = Screen.standard();

    @Override
    public Integer call() throws InterruptedException {
        List<Part> candidates = candidates();
        Random random = seed == null ? new Random() : new Random(seed);
        Stopwatch stopwatch = Stopwatch.started();
        int kills = 0;
        int lost = 0;
        Duration worst = Duration.ZERO;
        while (!isOver(stopwatch)) {
            Stopwatch round = Stopwatch.started();
            Optional<Duration> recovery = kill(candidates.get(random.nextInt(candidates.size())));
            kills++;
            if (recovery.isEmpty()) {
                lost++;
            } else if (recovery.get().compareTo(worst) > 0) {
                worst = recovery.get();
            }
            TimeUnit.MILLISECONDS.sleep(rest(round, stopwatch).toMillis());
        }
        screen.line(kills + " kills, " + lost + " without recovery, worst recovery " + Screen.seconds(worst) + ".");
        return lost == 0 ? 0 : 1;
    }

    private List<Part> candidates() {
        ShopPlan plan = ShopPlan.of(folder, ports);
        List<Part> services = plan.parts().stream().filter(Part::isService).toList();
        if (only.isEmpty()) {
            return services;
        }
        List<Part> chosen = new ArrayList<>();
        only.forEach(name -> chosen.add(plan.part(name)));
        return chosen;
    }

    private Optional<Duration> kill(Part part) throws InterruptedException {
        Victim victim = Victim.of(part, running);
        screen.warn(part.name(), "killed", "process " + victim.kill());
        XRayEvents.post(ports, "chaos", part.name() + " was killed", "kill -9 by ./shop chaos");
        Optional<Duration> recovery = victim.back(PATIENCE);
        if (recovery.isPresent()) {
            screen.good(part.name(), "back", "after " + Screen.seconds(recovery.get()));
        } else {
            screen.bad(part.name(), "not back", "after " + PATIENCE.toSeconds() + " s");
        }
        return recovery;
    }

    private boolean isOver(Stopwatch stopwatch) {
        return time != null && stopwatch.elapsed().compareTo(time) >= 0;
    }

    /** To the next kill, but not beyond the end. */
    private Duration rest(Stopwatch round, Stopwatch whole) {
        Duration rest = every.minus(round.elapsed());
        if (time != null && time.minus(whole.elapsed()).compareTo(rest) < 0) {
            rest = time.minus(whole.elapsed());
        }
        return rest.isNegative() ? Duration.ZERO : rest;
    }
}
