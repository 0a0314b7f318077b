package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.otlp.InvalidExport;
import com.anycompany.xray.local.otlp.MetricReader;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receiver of metrics: counts their data points, and keeps nothing, so that a program with default settings logs no error. */
final class MetricReceiver implements ExportReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(MetricReceiver.class);

    private final LongAdder points = new LongAdder();
    private final AtomicBoolean told = new AtomicBoolean();

    @Override
    public String httpPath() {
        return "/v1/metrics";
    }

    @Override
    public String grpcPath() {
        return "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export";
    }

    @Override
    public String items() {
        return "metrics";
    }

    @Override
    public String rejectedMember() {
        return "rejectedDataPoints";
    }

    @Override
    public Outcome receive(byte[] body, boolean json) throws InvalidExport {
        points.add(json ? MetricReader.countJson(body) : MetricReader.countProtobuf(body));
        if (told.compareAndSet(false, true)) {
            LOG.warn("Metrics are received, counted and not kept; OTEL_METRICS_EXPORTER=none saves a program the work");
        }
        return Outcome.ALL_TAKEN;
    }

    /** How many data points have been received. */
    long points() {
        return points.sum();
    }
}
