package com.anycompany.xray.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A full store as {@code ./shop} runs it, with a data folder, in heaps of several sizes: resident memory, ingest, questions, and a
 * restart, during which documents are received.
 */
record MemoryMeasurement(XRayServer xray, Effort effort) {

    private static final List<Integer> HEAPS = List.of(384, 256);

    /** The flags of {@code ./shop}. */
    private static final String LEAN = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xss512k -Xmx";

    /** As many segments as a page of the shop has. */
    private static final int SEGMENTS_OF_A_TRACE = 4;

    private static final int CONNECTIONS = 2;
    private static final Pattern GAUGE = Pattern.compile("(?m)^xray_store_(traces|documents|restoring) (\\S+)");

    private record Stored(long traces, long documents, long restoring) {}

    void run(Report report) throws Exception {
        List<SampleTraces.Trace> traces = new SampleTraces(23, UdpSender.now() - 600)
                .take(4_000).stream()
                        .map(trace -> new SampleTraces.Trace(
                                trace.id(), trace.documents().subList(0, SEGMENTS_OF_A_TRACE), trace.spans()))
                        .toList();
        List<Payload> bodies = Payload.xrayBodies(traces);
        for (int heap : HEAPS) {
            Path data = Files.createTempDirectory("xray-memory");
            try {
                fill(report, heap, data, bodies);
                restart(report, heap, data, bodies);
            } finally {
                delete(data);
            }
        }
    }

    private void fill(Report report, int heap, Path data, List<Payload> bodies) throws Exception {
        String at = "-Xmx" + heap + "m: ";
        try (Server server = xray.start(LEAN + heap + "m", "--data", data.toString())) {
            HttpLoad.Result filled = XRayServer.load(server, bodies).send(effort.filled(), 1, CONNECTIONS);
            Stored stored = stored(server);
            report.row(
                    at + "PutTraceSegments until the store is full",
                    Report.number(filled.rate())
                            + Report.format(" documents/s, longest wait %.0f ms", filled.worstMillis()));
            report.row(
                    at + "held",
                    Report.number(stored.traces()) + " traces, " + Report.number(stored.documents()) + " documents");
            for (Map.Entry<String, Callable<String>> question :
                    new XRayQueries(server).all().entrySet()) {
                report.row(
                        at + question.getKey(),
                        "" + Latency.of(effort.queries() / 10, effort.queries() / 5, question.getValue()));
            }
            report.row(at + "RSS", Report.format("%.0f MB", server.residentMegabytes()));
        }
    }

    /** Sends documents from the first moment on, and until everything is restored. */
    private void restart(Report report, int heap, Path data, List<Payload> bodies)
            throws IOException, InterruptedException {
        String at = "-Xmx" + heap + "m, restart: ";
        try (Server server = xray.start(LEAN + heap + "m", "--data", data.toString())) {
            long began = System.nanoTime();
            HttpLoad load = XRayServer.load(server, bodies);
            long received = 0;
            double worst = 0;
            int round = 500_000;
            Stored stored = stored(server);
            long found = stored.restoring();
            while (stored.restoring() > 0) {
                HttpLoad.Result sent = load.send(500, round++, 1);
                received += sent.documents();
                worst = Math.max(worst, sent.worstMillis());
                Thread.sleep(100);
                stored = stored(server);
            }
            report.row(at + "ready", Report.format("%.1f s", server.secondsToReady()));
            report.row(
                    at + "restored",
                    Report.format(
                            "%s documents still to restore when it was ready, all after another %.1f s; meanwhile %s"
                                    + " received, longest wait %.0f ms",
                            Report.number(found), (System.nanoTime() - began) / 1e9, Report.number(received), worst));
            report.row(
                    at + "held",
                    Report.number(stored.traces()) + Report.format(" traces; RSS %.0f MB", server.residentMegabytes()));
        }
    }

    private static Stored stored(Server server) throws IOException, InterruptedException {
        Matcher found = GAUGE.matcher(server.get("/actuator/prometheus").body());
        long traces = 0;
        long documents = 0;
        long restoring = 0;
        while (found.find()) {
            long value = (long) Double.parseDouble(found.group(2));
            switch (found.group(1)) {
                case "traces" -> traces = value;
                case "documents" -> documents = value;
                default -> restoring = value;
            }
        }
        return new Stored(traces, documents, restoring);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
