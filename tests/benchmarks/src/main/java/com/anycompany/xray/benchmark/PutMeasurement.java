package com.anycompany.xray.benchmark;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PutTraceSegments over four connections below the bound and at it, memory per document, and Zipkin's POST beside it. */
record PutMeasurement(XRayServer xray, @Nullable ZipkinServer zipkin, Effort effort) {

    private static final int CONNECTIONS = 4;
    private static final int TRACES = 4_000;

    private record Measured(HttpLoad.Result below, HttpLoad.Result at, double bytesPerDocument) {}

    void run(Report report) throws IOException, InterruptedException {
        List<SampleTraces.Trace> traces = new SampleTraces(11, UdpSender.now() - 600).take(TRACES);
        Measured ours = measureXRay(Payload.xrayBodies(traces));
        ZipkinServer other = zipkin;
        Measured theirs = other == null ? null : measureZipkin(other, Payload.zipkinBodies(traces));
        row(
                report,
                "PutTraceSegments, 4 connections, below the bound",
                ours.below(),
                theirs == null ? null : theirs.below());
        row(report, "PutTraceSegments, 4 connections, at the bound", ours.at(), theirs == null ? null : theirs.at());
        report.row(
                "live heap per stored document",
                Report.format("%.2f KB", ours.bytesPerDocument() / 1024),
                theirs == null ? "" : Report.format("Zipkin %.2f KB a span", theirs.bytesPerDocument() / 1024));
    }

    private static void row(Report report, String what, HttpLoad.Result ours, HttpLoad.@Nullable Result theirs) {
        report.row(
                what,
                Report.number(ours.rate()) + Report.format(" documents/s, longest wait %.0f ms", ours.worstMillis()),
                theirs == null
                        ? ""
                        : "Zipkin " + Report.number(theirs.rate())
                                + Report.format(" spans/s, longest wait %.0f ms", theirs.worstMillis()));
    }

    private Measured measureXRay(List<Payload> bodies) throws IOException, InterruptedException {
        double perDocument;
        HttpLoad.Result below;
        try (Server server = xray.start("-Xmx1g", "--max-bytes", "" + (400L << 20))) {
            HttpLoad load = XRayServer.load(server, bodies);
            long before = server.liveHeap();
            load.send(effort.putDocuments() / 2, 1, CONNECTIONS);
            below = load.send(effort.putDocuments(), 1000, CONNECTIONS);
            Thread.sleep(6_000);
            perDocument = (double) (server.liveHeap() - before)
                    / XRayServer.settledCounters(server).stored();
        }
        try (Server server = xray.start("-Xmx1g", "--max-bytes", "" + (48L << 20))) {
            HttpLoad load = XRayServer.load(server, bodies);
            load.send(effort.putDocuments(), 1, CONNECTIONS);
            return new Measured(below, load.send(effort.putDocuments(), 1000, CONNECTIONS), perDocument);
        }
    }

    private Measured measureZipkin(ZipkinServer zipkin, List<Payload> bodies) throws IOException, InterruptedException {
        double perDocument;
        HttpLoad.Result below;
        int measured = Math.min(300_000, effort.putDocuments());
        try (Server server = zipkin.start("1g", 500_000)) {
            HttpLoad load = ZipkinServer.load(server, bodies);
            long before = server.liveHeap();
            long warmUp = load.send(measured / 2, 1, CONNECTIONS).documents();
            below = load.send(measured, 1000, CONNECTIONS);
            perDocument = (double) (server.liveHeap() - before) / (warmUp + below.documents());
        }
        int cap = measured / 2;
        try (Server server = zipkin.start("1g", cap)) {
            HttpLoad load = ZipkinServer.load(server, bodies);
            load.send(measured, 1, CONNECTIONS);
            return new Measured(below, load.send(measured / 2, 1000, CONNECTIONS), perDocument);
        }
    }
}
