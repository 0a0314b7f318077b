package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.logs.LogCounters;
import com.anycompany.xray.local.logs.LogStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What OpenTelemetry's exporters send: the receivers of spans, log records and metrics, and the endpoints that they come by. */
public final class Telemetry {

    private final LogStore logs;
    private final LogCounters logCounters = new LogCounters();
    private final MetricReceiver metrics = new MetricReceiver();
    private final List<ExportReceiver> receivers;

    public Telemetry(Intake intake, LogStore logs, Clock clock) {
        this.logs = logs;
        this.receivers = List.of(new SpanReceiver(intake), new LogReceiver(logs, logCounters, clock), metrics);
    }

    public List<Endpoint> httpEndpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        receivers.forEach(receiver -> endpoints.add(new OtlpEndpoint(receiver)));
        return endpoints;
    }

    public Endpoint grpcEndpoint() {
        return new GrpcEndpoint(receivers);
    }

    /** The log records that are kept. */
    public LogStore logs() {
        return logs;
    }

    public LogCounters logCounters() {
        return logCounters;
    }

    /** How many data points of metrics have been received. */
    public long metricPoints() {
        return metrics.points();
    }
}
