package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.Durations;
import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists the traces that a filter expression finds, a line each, oldest first. */
@Command(name = "traces", description = "List the latest traces that a filter expression finds.")
final class Traces implements Callable<Integer> {

    private static final Duration BETWEEN_SEARCHES = Duration.ofSeconds(1);

    /** How far back each search of {@code --follow} looks: longer than a trace takes to be complete. */
    private static final Duration FOLLOWED = Duration.ofMinutes(1);

    @Parameters(
            arity = "0..1",
            paramLabel = "EXPR",
            description = "Such as 'fault', 'responsetime > 0.2', 'service(\"cartservice\") { error }';"
                    + " without it, all traces. In quotation marks, because shells read some of these characters.")
    private String expression = "";

    @Option(names = "-n", paramLabel = "N", defaultValue = "20", description = "How many (default: ${DEFAULT-VALUE}).")
    private int most = 20;

    @Option(
            names = "--last",
            paramLabel = "TIME",
            defaultValue = "15m",
            description = "How far to look back, at most 6h (default: ${DEFAULT-VALUE}).")
    private Duration last = Duration.ofMinutes(15);

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with new traces until Ctrl-C.")
    private boolean follow;

    private final Ports ports = Ports.inUse(ShopFolder.ofThisCheckout());
    private final Terminal terminal = Terminal.standard();
    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws InterruptedException {
        if (most < 1) {
            throw new UserError("-n is " + most + "; give how many traces to list, at least 1.");
        }
        Set<String> known = new LinkedHashSet<>();
        if (follow) {
            search(FOLLOWED, Integer.MAX_VALUE).forEach(trace -> known.add(id(trace)));
        }
        List<JsonNode> found = search(last, most);
        if (found.isEmpty() && !follow) {
            terminal.line("No trace of the last " + Durations.units(last)
                    + (expression.isEmpty() ? "." : " matches " + expression + "."));
            return 1;
        }
        terminal.line(TraceLine.HEADING);
        found.forEach(this::print);
        found.forEach(trace -> known.add(id(trace)));
        while (follow) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_SEARCHES.toMillis());
            List<JsonNode> latest = search(FOLLOWED, Integer.MAX_VALUE);
            latest.stream().filter(trace -> known.add(id(trace))).forEach(this::print);
            known.retainAll(latest.stream().map(Traces::id).toList());
        }
        return 0;
    }

    private void print(JsonNode trace) {
        terminal.line(TraceLine.of(trace).text(terminal));
    }

    /** The newest complete traces, oldest first. */
    private List<JsonNode> search(Duration back, int limit) {
        Instant now = clock.instant();
        List<JsonNode> traces =
                new TraceSummaries(ports.url("xray")).find(now.minus(back), now.plusSeconds(1), expression, limit);
        traces.removeIf(trace -> trace.path("IsPartial").asBoolean(false));
        return traces.stream()
                .limit(limit)
                .sorted(Comparator.comparingDouble(TraceLine::start))
                .toList();
    }

    private static String id(JsonNode trace) {
        return trace.path("Id").asString("");
    }
}
