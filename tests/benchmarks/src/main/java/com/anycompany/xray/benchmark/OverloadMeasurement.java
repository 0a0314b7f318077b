package com.anycompany.xray.benchmark;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** Far more datagrams than can be stored: what is lost is counted, questions are answered, memory doesn't grow. */
record OverloadMeasurement(XRayServer xray, Effort effort) {

    /** More than one sender can do, so it sends as fast as it can. */
    private static final int RATE = 2_000_000;

    void run(Report report) throws Exception {
        try (Server server = xray.start("-Xmx512m", "--max-bytes", "" + (64 << 20))) {
            UdpMeasurement.attempt(server, 40_000, effort.udpSeconds());
            double before = server.residentMegabytes();
            XRayServer.Counters start = XRayServer.settledCounters(server);
            AtomicBoolean sending = new AtomicBoolean(true);
            long[] sent = new long[3];
            Thread sender = new Thread(() -> {
                try {
                    long[] numbers = UdpMeasurement.send(server.port(), RATE, effort.overloadSeconds());
                    System.arraycopy(numbers, 0, sent, 0, 3);
                } catch (java.io.IOException e) {
                    throw new IllegalStateException("the sender failed", e);
                } finally {
                    sending.set(false);
                }
            });
            sender.start();
            Callable<String> graph = new XRayQueries(server).all().get("GetServiceGraph of an hour");
            double worst = 0;
            int answered = 0;
            while (sending.get() && graph != null) {
                Latency one = Latency.of(0, 1, graph);
                worst = Math.max(worst, one.worst());
                answered++;
                Thread.sleep(50);
            }
            sender.join();
            XRayServer.Counters end = XRayServer.settledCounters(server);
            long offered = sent[0] + sent[1];
            long received = end.received() - start.received();
            report.row(
                    Report.format(
                            "overload, %.0f s, %s datagrams/s offered",
                            effort.overloadSeconds(), Report.number(sent[1] / (sent[2] / 1e9))),
                    Report.format(
                            "%s/s stored, %.0f %% dropped and counted, %.0f %% lost in the socket; sum adds up: %s",
                            Report.number((end.stored() - start.stored()) / (sent[2] / 1e9)),
                            100.0 * (end.dropped() - start.dropped()) / offered,
                            100.0 * (offered - received) / offered,
                            end.settled() ? "yes" : "no"));
            report.row(
                    "questions during the overload",
                    Report.format(
                            "%d graphs answered, the slowest after %.0f ms; RSS %.0f MB, before %.0f MB",
                            answered, worst, server.residentMegabytes(), before));
        }
    }
}
