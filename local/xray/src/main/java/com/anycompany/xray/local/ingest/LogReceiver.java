package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.logs.LogCounters;
import com.anycompany.xray.local.logs.LogEntry;
import com.anycompany.xray.local.logs.LogStore;
import com.anycompany.xray.local.otlp.InvalidExport;
import com.anycompany.xray.local.otlp.LogReader;
import com.anycompany.xray.local.otlp.LogRecord;
import com.anycompany.xray.local.segment.TraceId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Receiver of log records: keeps those that belong to a trace. */
final class LogReceiver implements ExportReceiver {

    private static final long NANOS = 1_000_000_000L;
    private static final TraceId NO_TRACE = new TraceId(0, 0);

    private final LogStore store;
    private final LogCounters counters;
    private final Clock clock;

    LogReceiver(LogStore store, LogCounters counters, Clock clock) {
        this.store = store;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public String httpPath() {
        return "/v1/logs";
    }

    @Override
    public String grpcPath() {
        return "/opentelemetry.proto.collector.logs.v1.LogsService/Export";
    }

    @Override
    public String items() {
        return "log records";
    }

    @Override
    public String rejectedMember() {
        return "rejectedLogRecords";
    }

    @Override
    public Outcome receive(byte[] body, boolean json) throws InvalidExport {
        List<LogRecord> records = json ? LogReader.readJson(body) : LogReader.readProtobuf(body);
        counters.received(records.size());
        List<LogEntry> entries = new ArrayList<>(records.size());
        int rejected = 0;
        String reason = "";
        for (LogRecord record : records) {
            TraceId trace = TraceId.parse(record.traceId());
            if (trace == null && !record.traceId().isEmpty()) {
                rejected++;
                reason = reason.isEmpty() ? "traceId is not 32 hexadecimal digits" : reason;
                continue;
            }
            if (trace == null || trace.equals(NO_TRACE)) {
                counters.drop(LogCounters.Drop.WITHOUT_TRACE, 1);
                continue;
            }
            LogEntry entry = entry(trace, record);
            if (entry.json().length > store.maxRecordBytes()) {
                rejected++;
                reason = reason.isEmpty() ? tooLarge(entry) : reason;
                continue;
            }
            entries.add(entry);
        }
        counters.rejected(rejected);
        add(entries);
        return rejected == 0
                ? Outcome.ALL_TAKEN
                : new Outcome(
                        rejected,
                        "%d of %d log records were refused, the first with: %s"
                                .formatted(rejected, records.size(), reason));
    }

    private String tooLarge(LogEntry entry) {
        return "the record has %,d bytes in JSON; at most %,d are kept"
                .formatted(entry.json().length, store.maxRecordBytes());
    }

    private void add(List<LogEntry> entries) {
        try {
            store.add(entries, clock.millis());
            counters.stored(entries.size());
        } catch (RuntimeException | Error e) {
            counters.drop(LogCounters.Drop.STORE_FAILED, entries.size());
            throw e;
        }
    }

    private LogEntry entry(TraceId trace, LogRecord record) {
        long nanos = record.time() != 0 ? record.time() : record.observedTime();
        if (nanos == 0) {
            Instant now = clock.instant();
            nanos = now.getEpochSecond() * NANOS + now.getNano();
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("time", BigDecimal.valueOf(nanos, 9));
        json.put("severity", record.severity());
        json.put("severityNumber", record.severityNumber());
        json.put("body", record.body() == null ? "" : record.body());
        putUnlessEmpty(json, "event", record.eventName());
        putUnlessEmpty(json, "service", record.resource().getOrDefault("service.name", ""));
        putUnlessEmpty(json, "logger", record.scope());
        putUnlessEmpty(json, "spanId", record.spanId().matches("0*") ? "" : record.spanId());
        if (!record.attributes().isEmpty()) {
            json.put("attributes", record.attributes());
        }
        return new LogEntry(trace, nanos, Json.bytes(json));
    }

    private static void putUnlessEmpty(Map<String, @Nullable Object> json, String name, Object value) {
        if (!value.equals("")) {
            json.put(name, value);
        }
    }
}
