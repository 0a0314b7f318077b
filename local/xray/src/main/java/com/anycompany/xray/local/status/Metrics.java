package com.anycompany.xray.local.status;

import com.anycompany.xray.local.ingest.IngestCounters;
import com.anycompany.xray.local.ingest.IngestCounters.Drop;
import com.anycompany.xray.local.ingest.Telemetry;
import com.anycompany.xray.local.logs.LogCounters;
import com.anycompany.xray.local.parse.InvalidDocument;
import com.anycompany.xray.local.store.StoreUsage;
import com.anycompany.xray.local.store.TraceStore;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Micrometer meters of the counters and the store, registered at the first request to keep the start fast. */
public final class Metrics {

    private static final String DOCUMENTS = "xray.documents";

    private final IngestCounters counters;
    private final TraceStore store;
    private final Telemetry telemetry;
    private @Nullable PrometheusMeterRegistry registry;

    public Metrics(IngestCounters counters, TraceStore store, Telemetry telemetry) {
        this.counters = counters;
        this.store = store;
        this.telemetry = telemetry;
    }

    /** Completes pending work of the store first, so that the meters, which are read one by one, add up. */
    public synchronized PrometheusMeterRegistry registry() {
        store.usage();
        PrometheusMeterRegistry current = registry;
        if (current == null) {
            current = create();
            registry = current;
        }
        return current;
    }

    private PrometheusMeterRegistry create() {
        PrometheusMeterRegistry created = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        FunctionCounter.builder(DOCUMENTS + ".received", counters, IngestCounters::received)
                .register(created);
        FunctionCounter.builder(DOCUMENTS + ".stored", counters, IngestCounters::stored)
                .register(created);
        FunctionCounter.builder(DOCUMENTS + ".duplicate", counters, IngestCounters::duplicate)
                .register(created);
        rejected(created, IngestCounters.BAD_HEADER);
        for (InvalidDocument.Code code : InvalidDocument.Code.values()) {
            rejected(created, code.name());
        }
        for (Drop reason : Drop.values()) {
            FunctionCounter.builder(DOCUMENTS + ".dropped", counters, all -> all.dropped(reason))
                    .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                    .register(created);
        }
        FunctionCounter.builder("xray.datagrams.lost", counters, IngestCounters::lost)
                .description("discarded by the operating system before they could be received")
                .register(created);
        gauge(created, "bytes", StoreUsage::bytes);
        gauge(created, "max.bytes", StoreUsage::maxBytes);
        gauge(created, "traces", StoreUsage::traces);
        gauge(created, "documents", StoreUsage::documents);
        gauge(created, "restoring", StoreUsage::restoring);
        gauge(created, "damages", StoreUsage::damages);
        FunctionCounter.builder("xray.store.evicted", store, all -> all.usage().evicted())
                .register(created);
        logRecords(created);
        FunctionCounter.builder("xray.metric.points.received", telemetry, Telemetry::metricPoints)
                .register(created);
        new JvmMemoryMetrics().bindTo(created);
        return created;
    }

    private void logRecords(PrometheusMeterRegistry created) {
        LogCounters records = telemetry.logCounters();
        FunctionCounter.builder("xray.log.records.received", records, LogCounters::received)
                .register(created);
        FunctionCounter.builder("xray.log.records.stored", records, LogCounters::stored)
                .register(created);
        FunctionCounter.builder("xray.log.records.rejected", records, LogCounters::rejected)
                .register(created);
        for (LogCounters.Drop reason : LogCounters.Drop.values()) {
            FunctionCounter.builder("xray.log.records.dropped", records, all -> all.dropped(reason))
                    .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                    .register(created);
        }
        Gauge.builder("xray.logs.bytes", telemetry.logs(), logs -> logs.usage().bytes())
                .register(created);
    }

    private void rejected(PrometheusMeterRegistry created, String reason) {
        FunctionCounter.builder(DOCUMENTS + ".rejected", counters, all -> all.rejected(reason))
                .tag("reason", reason)
                .register(created);
    }

    private void gauge(PrometheusMeterRegistry created, String name, ToDoubleFunction<StoreUsage> value) {
        Gauge.builder("xray.store." + name, store, all -> value.applyAsDouble(all.usage()))
                .register(created);
    }
}
