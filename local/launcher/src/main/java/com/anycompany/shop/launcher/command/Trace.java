package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.Stopwatch;
import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Prints a trace as a tree: the one with an id, or that of a page, which is fetched first. */
@Command(name = "trace", description = "Print a trace as a tree: of a page, which is fetched, or by its id.")
final class Trace implements Callable<Integer> {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Parameters(
            paramLabel = "URL|ID",
            description =
                    "Such as http://localhost:8080/, or just / for the storefront; or a trace id in X-Ray's or W3C's"
                            + " form, an X-Amzn-Trace-Id or traceparent header, or the address of a trace in a console.")
    private String pageOrTrace = "";

    @Option(
            names = "--fail",
            description = "Exit code 1 if the page, or the trace's entry, was answered 400 or higher.")
    private boolean fail;

    @Option(names = "--logs", description = "Print the lines that the services logged for the trace, too.")
    private boolean logs;

    private final Ports ports = Ports.inUse(ShopFolder.ofThisCheckout());
    private final Terminal terminal = Terminal.standard();

    /** A page that was fetched: its status and its trace. */
    private record Fetched(int status, String trace) {}

    @Override
    public Integer call() throws InterruptedException {
        Optional<String> given = TraceIds.find(pageOrTrace);
        if (given.isPresent()) {
            TraceTree tree = known(given.get());
            print(given.get(), tree);
            return exitCode(tree.httpStatus());
        }
        Fetched fetched = fetch(page());
        print(fetched.trace, whole(fetched.trace));
        return exitCode(fetched.status);
    }

    private void print(String id, TraceTree tree) {
        terminal.line("Trace " + id + "   " + ports.url("xray") + "/#/traces/" + id);
        tree.lines(terminal).forEach(terminal::line);
        if (logs) {
            printLogs(id);
        }
    }

    private void printLogs(String id) {
        JsonNode answer = JsonClient.get(ports.url("xray") + "/local/logs?trace=" + id);
        terminal.line("");
        terminal.line(answer.path("records").isEmpty() ? "No log records" : "Log records");
        for (JsonNode record : answer.path("records")) {
            terminal.line(LogLine.of(record).text());
        }
        long leftOut = answer.path("leftOut").asLong(0);
        if (leftOut > 0) {
            terminal.line("… and " + leftOut + " more");
        }
    }

    private int exitCode(int status) {
        return fail && status >= 400 ? 1 : 0;
    }

    private String page() {
        return pageOrTrace.startsWith("/") ? ports.url("frontend") + pageOrTrace : pageOrTrace;
    }

    private TraceTree known(String id) {
        TraceTree tree = read(id);
        if (tree.isEmpty()) {
            throw new UserError("X-Ray Local has no trace " + id
                    + ". It may not have been sampled, or be older than what is kept; ./shop status names the"
                    + " console.");
        }
        return tree;
    }

    private Fetched fetch(String page) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(page).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setReadTimeout((int) Duration.ofSeconds(10).toMillis());
            int status = connection.getResponseCode();
            terminal.line("GET " + page + " → " + status);
            String header = connection.getHeaderField("X-Amzn-Trace-Id");
            String id = TraceIds.find(header == null ? "" : header)
                    .orElseThrow(() -> new UserError(
                            page + " has no X-Amzn-Trace-Id header, so it isn't traced (static files aren't)."));
            return new Fetched(status, id);
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            throw new UserError(
                    "Can't fetch " + page + " (" + e.getMessage() + "). Is the shop up? See ./shop status.");
        }
    }

    /** The services send their segments one after the other: waits until nothing has been added for a moment. */
    private TraceTree whole(String id) throws InterruptedException {
        Stopwatch stopwatch = Stopwatch.started();
        TraceTree last = TraceTree.EMPTY;
        while (stopwatch.elapsed().compareTo(TIMEOUT) < 0) {
            TraceTree now = read(id);
            if (!now.isEmpty() && now.equals(last)) {
                return now;
            }
            last = now;
            TimeUnit.MILLISECONDS.sleep(300);
        }
        if (last.isEmpty()) {
            throw new UserError("X-Ray Local has no trace " + id + "; perhaps it wasn't sampled.");
        }
        return last;
    }

    private TraceTree read(String id) {
        JsonNode answer = JsonClient.post(ports.url("xray") + "/Traces", Map.of("TraceIds", List.of(id)));
        JsonNode traces = answer.path("Traces");
        return traces.isEmpty() ? TraceTree.EMPTY : TraceTree.of(traces.get(0));
    }
}
