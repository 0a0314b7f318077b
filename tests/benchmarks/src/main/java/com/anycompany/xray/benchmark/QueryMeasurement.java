package com.anycompany.xray.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Questions to a full store, and the nearest ones that Zipkin answers. */
record QueryMeasurement(XRayServer xray, @Nullable ZipkinServer zipkin, Effort effort) {

    private static final Pattern TRACE_ID = Pattern.compile("\"traceId\":\"([0-9a-f]{32})\"");

    void run(Report report) throws Exception {
        List<SampleTraces.Trace> traces = new SampleTraces(13, UdpSender.now() - 600).take(4_000);
        Map<String, Latency> theirs = zipkin == null ? Map.of() : askZipkin(zipkin, traces);
        try (Server server = xray.start("-Xmx1g")) {
            XRayServer.load(server, Payload.xrayBodies(traces)).send(effort.stored(), 1, 4);
            Thread.sleep(1_000);
            String size = Report.number(effort.stored()) + " stored: ";
            for (Map.Entry<String, Callable<String>> question :
                    new XRayQueries(server).all().entrySet()) {
                Latency latency = Latency.of(effort.queries() / 2, effort.queries(), question.getValue());
                Latency other = theirs.get(question.getKey());
                report.row(
                        size + question.getKey() + ", p50 / p95", "" + latency, other == null ? "" : "Zipkin " + other);
            }
        }
    }

    private Map<String, Latency> askZipkin(ZipkinServer zipkin, List<SampleTraces.Trace> traces) throws Exception {
        try (Server server = zipkin.start("2g", effort.stored() + 10_000)) {
            ZipkinServer.load(server, Payload.zipkinBodies(traces)).send(effort.stored(), 1, 4);
            long now = (long) (UdpSender.now() * 1000);
            String window = "endTs=" + (now + 60_000) + "&lookback=3600000";
            String search = "/api/v2/traces?limit=100&serviceName=payment&minDuration=200000&" + window;
            String one = traceId(server.get("/api/v2/traces?limit=1&serviceName=payment&" + window)
                    .body());
            int times = Math.max(10, effort.queries() / 4);
            Map<String, Latency> measured = new LinkedHashMap<>();
            measured.put(
                    "GetServiceGraph of an hour",
                    Latency.of(5, Math.min(30, times), () -> server.get("/api/v2/dependencies?" + window)));
            measured.put(
                    "GetTraceSummaries, service + annotation + duration, first page of many",
                    Latency.of(5, times, () -> server.get(search + "&annotationQuery=product_id%3D17")));
            measured.put(
                    "GetTraceSummaries, the same for a rare annotation",
                    Latency.of(5, times, () -> server.get(search + "&annotationQuery=shopper_id%3Ds0042")));
            measured.put("BatchGetTraces of 5", Latency.of(20, times, () -> server.get("/api/v2/trace/" + one)));
            return measured;
        }
    }

    private static String traceId(String body) {
        Matcher found = TRACE_ID.matcher(body);
        if (!found.find()) {
            throw new IllegalStateException("Zipkin has no traces");
        }
        return found.group(1);
    }
}
