package com.anycompany.shop.randomizer;

import com.anycompany.shop.commandline.Durations;
import com.anycompany.shop.commandline.ParsingConverter;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command. With {@code --process} it kills processes of this machine (that is {@code ./shop chaos}), without it pods, in
 * whose manifest the environment says the same as the options.
 */
@Command(
        name = "randomizer",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Kills a random service again and again, and says how long each was away.",
        footer = {
            "",
            "In a pod the environment may say the same: RANDOMIZER_NAMESPACE, RANDOMIZER_SELECTOR, RANDOMIZER_MIN and",
            "RANDOMIZER_MAX (the bounds of --every), RANDOMIZER_SEED, RANDOMIZER_GRACE, XRAY_EVENTS_ENDPOINT. An"
                    + " option wins."
        })
public final class Randomizer implements Callable<Integer> {

    private static final Duration PROCESS_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POD_TIMEOUT = Duration.ofMinutes(5);

    @Option(
            names = "--every",
            paramLabel = "TIME[..TIME]",
            description = "Time from one kill to the next, such as 30s, or random between two bounds, such as 2m..5m"
                    + " (default: 30s for processes, 2m..5m for pods).")
    private @Nullable Interval every;

    @Option(names = "--only", split = ",", paramLabel = "SERVICE", description = "Only these, separated by commas.")
    private Set<String> only = Set.of();

    @Option(names = "--seed", paramLabel = "N", description = "The same order of services and pauses each time.")
    private @Nullable Long seed;

    @Option(
            names = "--together",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many services to kill at the same moment (default: ${DEFAULT-VALUE}).")
    private int together = 1;

    @Option(names = "--for", paramLabel = "TIME", description = "How long; without it, until stopped.")
    private @Nullable Duration time;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "How long a service may take to come back (default: 1m for processes, 5m for pods).")
    private @Nullable Duration timeout;

    @Option(names = "--dry-run", description = "Print what would be killed, and kill nothing.")
    private boolean dryRun;

    @Option(
            names = "--events",
            paramLabel = "URL",
            description = "X-Ray Local, which is to show the kills, such as http://localhost:2000.")
    private @Nullable URI events;

    @Option(
            names = "--process",
            paramLabel = "NAME,URL,FILE",
            description =
                    "A service of this machine: what answers 200 when it is healthy, and the file with its process"
                            + " id and start time. May be repeated.")
    private List<LocalService> processes = List.of();

    @Mixin
    private PodOptions pods = new PodOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final Environment environment;

    Randomizer(Environment environment) {
        this.environment = environment;
    }

    public static void main(String[] args) {
        System.exit(command(new Environment(System.getenv())).execute(args));
    }

    static CommandLine command(Environment environment) {
        return new CommandLine(new Randomizer(environment))
                .registerConverter(Duration.class, new ParsingConverter<>(Durations::parse))
                .registerConverter(Interval.class, new ParsingConverter<>(Interval::parse))
                .registerConverter(LocalService.class, new ParsingConverter<>(LocalService::parse))
                .setParameterExceptionHandler((wrong, args) -> {
                    wrong.getCommandLine().getErr().println("randomizer: " + wrong.getMessage());
                    return CommandLine.ExitCode.USAGE;
                });
    }

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        try {
            Tally tally = processes.isEmpty() ? killPods(command.getOut()) : killProcesses(command.getOut());
            return tally.isGood() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command, String.valueOf(wrong.getMessage()));
        }
    }

    private Tally killProcesses(PrintWriter out) {
        List<LocalService> chosen = processes.stream()
                .filter(service -> only.isEmpty() || only.contains(service.name()))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    "--only: there is no " + String.join(", ", only) + "; there are " + names(processes));
        }
        Plan plan = plan(every == null ? Interval.ON_A_LAPTOP : every, true, PROCESS_TIMEOUT);
        return new Run(plan, new LocalProcesses(chosen), seed(), xray(), false, Clock.systemDefaultZone(), out)
                .perform("one of " + names(chosen));
    }

    private Tally killPods(PrintWriter out) {
        Plan plan = plan(every == null ? environment.interval(Interval.ON_KUBERNETES) : every, false, POD_TIMEOUT);
        try (KubernetesClient client = pods.client()) {
            PodSettings settings = pods.settings(environment, only, client);
            return new Run(plan, new Pods(client, settings), seed(), xray(), true, Clock.systemDefaultZone(), out)
                    .perform("a pod in " + settings.namespace() + " with " + settings.selector());
        }
    }

    private Plan plan(Interval interval, boolean atOnce, Duration usualTimeout) {
        if (together < 1) {
            throw new IllegalArgumentException("--together: at least 1 service is killed, not " + together);
        }
        return new Plan(
                interval,
                atOnce,
                Optional.ofNullable(time),
                timeout == null ? usualTimeout : timeout,
                dryRun,
                together);
    }

    private long seed() {
        return seed == null ? environment.seed().orElseGet(() -> new SplittableRandom().nextLong(1_000_000)) : seed;
    }

    private Optional<URI> xray() {
        return events == null ? environment.events() : Optional.of(events);
    }

    private static String names(List<LocalService> services) {
        return services.stream().map(LocalService::name).collect(Collectors.joining(", "));
    }
}
