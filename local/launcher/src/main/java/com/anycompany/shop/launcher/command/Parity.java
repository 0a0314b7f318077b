package com.anycompany.shop.launcher.command;

import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.time.Clock;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two sets of traces, such as those of a service before and after it was moved to OpenTelemetry. */
@Command(
        name = "parity",
        description =
                "Compare two times or traces: nodes, edges, statuses, annotations and root causes. Exit code 1 if they"
                        + " differ.")
final class Parity implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "What is compared: FROM/TO, such as 13:05/13:10 (today, this machine's time),"
                    + " 2026-12-01T13:05:00Z/2026-12-01T13:10:00Z, 10m/5m (ago) or 5m/now; or trace ids, separated by"
                    + " commas.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "What it is compared with, in the same forms.")
    private String second = "";

    @Option(names = "--counts", description = "Compare how often each node and edge has each status, too.")
    private boolean counts;

    private final Ports ports = Ports.inUse(ShopFolder.ofThisCheckout());
    private final Terminal terminal = Terminal.standard();

    @Override
    public Integer call() {
        TraceSelection selection = new TraceSelection(ports.url("xray"), Clock.systemDefaultZone());
        ParityFacts a = selection.facts(first, counts);
        ParityFacts b = selection.facts(second, counts);
        SortedSet<String> onlyA = a.without(b);
        SortedSet<String> onlyB = b.without(a);
        onlyA.forEach(fact -> terminal.line("only in A  " + fact));
        onlyB.forEach(fact -> terminal.line("only in B  " + fact));
        int common = a.facts().size() - onlyA.size();
        terminal.line(
                onlyA.isEmpty() && onlyB.isEmpty()
                        ? "No difference in " + common + " facts."
                        : (onlyA.size() + onlyB.size()) + " differences; " + common + " facts are the same.");
        return onlyA.isEmpty() && onlyB.isEmpty() ? 0 : 1;
    }
}
