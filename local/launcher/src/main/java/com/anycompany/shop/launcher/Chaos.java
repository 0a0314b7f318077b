package com.anycompany.shop.launcher;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Lets the randomizer loose on the services, to see whether anything is lost. It runs as a process of its own, the same
 * program that deletes pods on Kubernetes, and is told what only the launcher knows: where the services run.
 */
@Command(name = "chaos", description = "kill -9 a random service, again and again, until Ctrl-C.")
final class Chaos implements Callable<Integer> {

    private static final String APP = "randomizer";
    private static final int HEAP = 64;
    private static final Duration LAST_WORDS = Duration.ofSeconds(4);

    @Option(
            names = "--every",
            paramLabel = "TIME[..TIME]",
            defaultValue = "30s",
            description = "Time between two kills, or two bounds for it (default: ${DEFAULT-VALUE}).")
    private String every = "30s";

    @Option(names = "--only", split = ",", paramLabel = "SERVICE", description = "Only these, separated by commas.")
    private List<String> only = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "The same order of victims each time.")
    private @Nullable String seed;

    @Option(names = "--for", paramLabel = "TIME", description = "How long; without it, until Ctrl-C.")
    private @Nullable String time;

    @Option(names = "--dry-run", description = "Say who would be killed, and kill nobody.")
    private boolean dryRun;

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final Ports ports = Ports.inUse(folder);
    private final RunningParts running = new RunningParts(folder);

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (running.launcher().isEmpty()) {
            throw new Refusal("The shop isn't running; ./shop up starts it.");
        }
        AppFolder app = Preparation.layOut(folder, APP, folder.jar("traffic/randomizer", APP));
        Process randomizer = new ProcessBuilder(JavaRuntime.current().command(app, HEAP, List.of(), arguments()))
                .inheritIO()
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RunningParts.end(randomizer.toHandle(), LAST_WORDS)));
        return randomizer.waitFor();
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--every", every, "--events", ports.url("xray")));
        victims().forEach(part -> arguments.addAll(List.of("--process", address(part))));
        if (seed != null) {
            arguments.addAll(List.of("--seed", seed));
        }
        if (time != null) {
            arguments.addAll(List.of("--for", time));
        }
        if (dryRun) {
            arguments.add("--dry-run");
        }
        return arguments;
    }

    private List<Part> victims() {
        ShopPlan plan = ShopPlan.of(folder, ports);
        return only.isEmpty()
                ? plan.parts().stream().filter(Part::isService).toList()
                : only.stream().map(plan::part).toList();
    }

    /** As the randomizer wants to be told: name, health, and the file that names the process. */
    private String address(Part part) {
        URI health = HttpProbe.address(part)
                .orElseThrow(() -> new Refusal("--only: nobody can ask " + part.name() + " whether it is back."));
        return part.name() + "," + health + "," + running.file(part.name());
    }
}
