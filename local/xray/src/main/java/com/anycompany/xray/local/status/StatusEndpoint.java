package com.anycompany.xray.local.status;

import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.http.HttpRequest;
import com.anycompany.xray.local.http.HttpResponse;
import com.anycompany.xray.local.ingest.IngestCounters;
import com.anycompany.xray.local.ingest.Intake;
import com.anycompany.xray.local.ingest.Rejections;
import com.anycompany.xray.local.ingest.Telemetry;
import com.anycompany.xray.local.logs.LogCounters;
import com.anycompany.xray.local.logs.LogStore;
import com.anycompany.xray.local.parse.InvalidDocument;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.store.DataFolder;
import com.anycompany.xray.local.store.StoreUsage;
import com.anycompany.xray.local.store.TraceStore;
import java.time.Clock;
import java.util.Set;

/** Status of X-Ray Local: {@code /local/status}, {@code /local/rejected} and {@code /actuator/health}. */
public final class StatusEndpoint implements Endpoint {

    private static final Set<String> PATHS = Set.of("/local/status", "/local/rejected", "/actuator/health");

    private final Intake intake;
    private final TraceStore store;
    private final Telemetry telemetry;
    private final Clock clock;
    private final long startedMillis;
    private final String address;

    public StatusEndpoint(Intake intake, TraceStore store, Telemetry telemetry, Clock clock, String address) {
        this.intake = intake;
        this.store = store;
        this.telemetry = telemetry;
        this.clock = clock;
        this.startedMillis = clock.millis();
        this.address = address;
    }

    @Override
    public boolean serves(String method, String path) {
        return PATHS.contains(path) && (method.equals("GET") || method.equals("HEAD"));
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        Output output =
                switch (request.path()) {
                    case "/local/status" -> status();
                    case "/local/rejected" -> rejected();
                    default -> new Output().put("status", "UP");
                };
        return HttpResponse.json(output.json()).uncached();
    }

    private Output status() {
        String version = StatusEndpoint.class.getPackage().getImplementationVersion();
        StoreUsage usage = store.usage();
        return new Output()
                .put("version", version == null ? "development" : version)
                .put("startedAt", Output.seconds(startedMillis))
                .put("uptimeSeconds", Output.seconds(clock.millis() - startedMillis))
                .put("address", address)
                .put("documents", documents(intake.counters()))
                .put(
                        "logRecords",
                        logRecords(telemetry.logCounters(), telemetry.logs().usage()))
                .put("metricPoints", new Output().put("received", telemetry.metricPoints()))
                .put(
                        "store",
                        new Output()
                                .put("durable", usage.disk() == DataFolder.State.DURABLE)
                                .put("diskFailed", usage.disk() == DataFolder.State.FAILED)
                                .put("bytes", usage.bytes())
                                .put("maxBytes", usage.maxBytes())
                                .put("traces", usage.traces())
                                .put(
                                        "newestTrace",
                                        usage.newestMillis() == null ? null : Output.seconds(usage.newestMillis()))
                                .put("documents", usage.documents())
                                .put("evictedTraces", usage.evicted())
                                .put("restoring", usage.restoring() > 0)
                                .put("foundAtStart", usage.found())
                                .put("stillToRestore", usage.restoring())
                                .put("damagedParts", usage.damages()));
    }

    private static Output documents(IngestCounters counters) {
        Output reasons = new Output();
        putIfAny(reasons, IngestCounters.BAD_HEADER, counters.rejected(IngestCounters.BAD_HEADER));
        for (InvalidDocument.Code code : InvalidDocument.Code.values()) {
            putIfAny(reasons, code.name(), counters.rejected(code.name()));
        }
        Output drops = new Output();
        for (IngestCounters.Drop reason : IngestCounters.Drop.values()) {
            putIfAny(drops, reason.name(), counters.dropped(reason));
        }
        return new Output()
                .put("received", counters.received())
                .put("stored", counters.stored())
                .put("duplicate", counters.duplicate())
                .put("rejected", counters.rejected())
                .put("rejectedByReason", reasons)
                .put("dropped", counters.dropped())
                .put("droppedByReason", drops)
                .put("lostBeforeReceived", counters.lost());
    }

    private static Output logRecords(LogCounters counters, LogStore.Usage usage) {
        Output drops = new Output();
        for (LogCounters.Drop reason : LogCounters.Drop.values()) {
            putIfAny(drops, reason.name(), counters.dropped(reason));
        }
        return new Output()
                .put("received", counters.received())
                .put("stored", counters.stored())
                .put("rejected", counters.rejected())
                .put("dropped", counters.dropped())
                .put("droppedByReason", drops)
                .put("kept", usage.records())
                .put("evicted", usage.evicted())
                .put("bytes", usage.bytes())
                .put("maxBytes", usage.maxBytes())
                .put("diskFailed", usage.diskFailed());
    }

    private static void putIfAny(Output output, String name, long count) {
        if (count > 0) {
            output.put(name, count);
        }
    }

    private Output rejected() {
        return new Output().put("rejected", intake.rejections().latest(), StatusEndpoint::rejection);
    }

    private static Output rejection(Rejections.Rejection rejection) {
        return new Output()
                .put("time", Output.seconds(rejection.millis()))
                .put("source", rejection.source())
                .put("code", rejection.code())
                .put("detail", rejection.detail())
                .put("id", rejection.id())
                .put("bytes", rejection.bytes())
                .put("snippet", rejection.snippet());
    }
}
