package com.anycompany.xray.benchmark;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The same at three sizes of the store: cost must follow the question, not what is stored. */
record GrowthMeasurement(XRayServer xray, Effort effort) {

    void run(Report report) throws Exception {
        List<SampleTraces.Trace> traces = new SampleTraces(17, UdpSender.now() - 600).take(4_000);
        List<Payload> bodies = Payload.xrayBodies(traces);
        try (Server server = xray.start("-Xmx1500m", "--max-bytes", "" + (700L << 20))) {
            HttpLoad load = XRayServer.load(server, bodies);
            int round = 1;
            long stored = 0;
            for (int size : effort.growth()) {
                HttpLoad.Result filled = load.send(size - stored, round, 4);
                stored += filled.documents();
                round += 1000;
                Thread.sleep(1_000);
                String at = "at " + Report.number(size) + ": ";
                report.row(at + "PutTraceSegments", Report.number(filled.rate()) + " documents/s");
                for (Map.Entry<String, Callable<String>> question :
                        new XRayQueries(server).all().entrySet()) {
                    report.row(
                            at + question.getKey(),
                            "" + Latency.of(effort.queries() / 2, effort.queries(), question.getValue()));
                }
            }
        }
    }
}
