package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.http.UnservedRequests;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recognises exports of telemetry that come to a path, or in a protocol, that isn't served, and says what to set instead: in the
 * log and among the rejected documents, once a minute for each kind, because exporters repeat themselves.
 */
public final class MisdirectedExports implements UnservedRequests {

    static final String CODE = "UnexpectedPath";

    private static final Logger LOG = LoggerFactory.getLogger(MisdirectedExports.class);
    private static final long SILENCE_MILLIS = 60_000;
    private static final String TRACES = "/v1/traces";

    private final Rejections rejections;
    private final Clock clock;
    private final String address;
    private final Map<Kind, Long> saidMillis = new EnumMap<>(Kind.class);

    /** What a request seems to be. */
    private enum Kind {
        GRPC("OTLP over gRPC needs HTTP/2, at a port that speaks it: set OTEL_EXPORTER_OTLP_PROTOCOL=grpc"
                + " and OTEL_EXPORTER_OTLP_ENDPOINT=http://%s, or OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"
                + " and the same endpoint"),
        HTTP_AT_GRPC_PORT("OTLP over HTTP came to the port of gRPC: set OTEL_EXPORTER_OTLP_PROTOCOL=grpc,"
                + " or OTEL_EXPORTER_OTLP_ENDPOINT=http://%s"),
        OTHER_SIGNAL("X-Ray Local takes traces, logs and metrics: send nothing else to http://%s"),
        OTHER_PATH("OTLP is received at " + TRACES + ", /v1/logs and /v1/metrics only: set"
                + " OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://%s" + TRACES
                + ", which is used as it is, or OTEL_EXPORTER_OTLP_ENDPOINT=http://%<s, to which " + TRACES
                + " is appended"),
        OTHER_FORMAT("Spans are received as OTLP, or as X-Ray's documents: set OTEL_TRACES_EXPORTER=otlp"
                + " and OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://%s" + TRACES);

        private final String advice;

        Kind(String advice) {
            this.advice = advice;
        }

        static @Nullable Kind of(String method, String writtenPath, @Nullable String writtenType) {
            String path = writtenPath.toLowerCase(Locale.ROOT);
            String type = writtenType == null ? "" : writtenType.toLowerCase(Locale.ROOT);
            if (method.equals("PRI")
                    || type.startsWith("application/grpc")
                    || path.contains("opentelemetry.proto.")
                    || path.endsWith("service/export")) {
                return GRPC;
            }
            if (path.matches(".*/v1(development)?/profiles/?")) {
                return OTHER_SIGNAL;
            }
            if (writtenPath.matches("/v1/(traces|logs|metrics)")) {
                return HTTP_AT_GRPC_PORT;
            }
            if (path.matches(".*/v1/(trace|span|log|metric)s?\\b.*")
                    || path.contains("otlp")
                    || type.startsWith("application/x-protobuf")) {
                return OTHER_PATH;
            }
            return path.matches(".*/(api/(v[12]/spans|traces)|zipkin|v0\\.\\d/traces)/?") ? OTHER_FORMAT : null;
        }
    }

    /** @param address host and port to which exports should go */
    public MisdirectedExports(Intake intake, Clock clock, String address) {
        this.rejections = intake.rejections();
        this.clock = clock;
        this.address = address;
    }

    @Override
    public @Nullable String advice(String method, String path, @Nullable String contentType) {
        Kind kind = Kind.of(method, path, contentType);
        if (kind == null) {
            return null;
        }
        String advice = kind.advice.formatted(address);
        if (isDue(kind)) {
            String request = path.equals("*") ? "a connection with HTTP/2" : method + " " + path;
            LOG.warn("{} was refused. {}", request, advice);
            rejections.add(new Rejections.Rejection(
                    clock.millis(), "http", CODE, advice, null, 0, Rejections.snippet(request)));
        }
        return advice;
    }

    private synchronized boolean isDue(Kind kind) {
        long now = clock.millis();
        Long last = saidMillis.get(kind);
        boolean due = last == null || Math.abs(now - last) >= SILENCE_MILLIS;
        if (due) {
            saidMillis.put(kind, now);
        }
        return due;
    }
}
