package com.anycompany.xray.benchmark;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PutTraceSegments over four connections, and Zipkin's POST beside it: below the bound, memory per document, and at bounds that
 * hold as much on either side.
 */
record PutMeasurement(XRayServer xray, @Nullable ZipkinServer zipkin, Effort effort) {

    private static final String HEAP = "1g";
    private static final int CONNECTIONS = 4;
    private static final int TRACES = 4_000;

    /** What one thousand stored documents take, by X-Ray Local's own account. */
    private static final long BYTES_PER_THOUSAND = 330_000;

    private static final int ZIPKINS_DEFAULT_BOUND = 500_000;

    /** A sender's rounds mustn't be those of the one before: the documents would be known already. */
    private static int nextRound = 1;

    private static final int MOST_ROUNDS = 1_000;

    private record Below(HttpLoad.Result result, double bytesPerDocument) {}

    void run(Report report) throws IOException, InterruptedException {
        List<SampleTraces.Trace> traces = new SampleTraces(11, UdpSender.now() - 600).take(TRACES);
        List<Payload> ours = Payload.xrayBodies(traces);
        List<Payload> theirs = Payload.zipkinBodies(traces);
        ZipkinServer other = zipkin;
        Below below = belowXRay(ours);
        Below belowOther = other == null ? null : belowZipkin(other, theirs);
        row(
                report,
                "PutTraceSegments, 4 connections, below the bound",
                below.result(),
                belowOther == null ? null : belowOther.result());
        report.row(
                "live heap per stored document",
                Report.format("%.2f KB", below.bytesPerDocument() / 1024),
                belowOther == null ? "" : Report.format("Zipkin %.2f KB a span", belowOther.bytesPerDocument() / 1024));
        for (int held : effort.bounds()) {
            row(
                    report,
                    "the same at the bound, " + Report.number(held) + " held",
                    atBoundOfXRay(held, ours),
                    other == null ? null : atBoundOfZipkin(other, held, theirs));
        }
    }

    private static void row(Report report, String what, HttpLoad.Result ours, HttpLoad.@Nullable Result theirs) {
        report.row(
                what,
                Report.number(ours.rate()) + Report.format(" documents/s, longest wait %.0f ms", ours.worstMillis()),
                theirs == null
                        ? ""
                        : "Zipkin " + Report.number(theirs.rate())
                                + Report.format(
                                        " spans/s, longest wait %.0f ms: %.2f times as many",
                                        theirs.worstMillis(), ours.rate() / theirs.rate()));
    }

    private Below belowXRay(List<Payload> bodies) throws IOException, InterruptedException {
        try (Server server = xray.start("-Xmx" + HEAP, "--max-bytes", "" + (400L << 20))) {
            HttpLoad load = XRayServer.load(server, bodies);
            long before = server.liveHeap();
            send(load, effort.putDocuments() * 2);
            HttpLoad.Result result = send(load, effort.putDocuments());
            Thread.sleep(6_000);
            double bytes = server.liveHeap() - before;
            return new Below(result, bytes / XRayServer.settledCounters(server).stored());
        }
    }

    private Below belowZipkin(ZipkinServer server, List<Payload> bodies) throws IOException, InterruptedException {
        int measured = Math.min(ZIPKINS_DEFAULT_BOUND / 5 * 3, effort.putDocuments());
        try (Server running = server.start(HEAP, ZIPKINS_DEFAULT_BOUND)) {
            HttpLoad load = ZipkinServer.load(running, bodies);
            long before = running.liveHeap();
            long warmUp = send(load, measured / 3 * 2).documents();
            HttpLoad.Result result = send(load, measured);
            return new Below(result, (double) (running.liveHeap() - before) / (warmUp + result.documents()));
        }
    }

    private HttpLoad.Result atBoundOfXRay(int held, List<Payload> bodies) throws IOException, InterruptedException {
        long bytes = held / 1000L * BYTES_PER_THOUSAND;
        try (Server server = xray.start("-Xmx" + HEAP, "--max-bytes", "" + bytes)) {
            HttpLoad.Result result = steady(XRayServer.load(server, bodies), held);
            long holds = XRayServer.documents(server);
            if (holds < held) {
                throw new IOException("X-Ray Local holds " + holds + " documents only; it was to hold " + held);
            }
            return result;
        }
    }

    private HttpLoad.Result atBoundOfZipkin(ZipkinServer server, int held, List<Payload> bodies)
            throws IOException, InterruptedException {
        try (Server running = server.start(HEAP, held)) {
            return steady(ZipkinServer.load(running, bodies), held);
        }
    }

    /** Full, and warm: the compiler's work is done. */
    private HttpLoad.Result steady(HttpLoad load, int held) throws IOException, InterruptedException {
        send(load, held);
        double seconds = effort.steadySeconds();
        sendFor(load, seconds * 2);
        return sendFor(load, seconds);
    }

    private static HttpLoad.Result send(HttpLoad load, int documents) throws IOException, InterruptedException {
        int first = nextRound;
        nextRound += documents / (TRACES * SampleTraces.SEGMENTS) + 2;
        return load.send(documents, first, CONNECTIONS);
    }

    private static HttpLoad.Result sendFor(HttpLoad load, double seconds) throws IOException, InterruptedException {
        int first = nextRound;
        nextRound += MOST_ROUNDS;
        return load.send(Long.MAX_VALUE, seconds, first, CONNECTIONS);
    }
}
