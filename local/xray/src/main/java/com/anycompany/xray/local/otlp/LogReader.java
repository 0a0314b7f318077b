package com.anycompany.xray.local.otlp;

import static com.anycompany.xray.local.otlp.ExportTree.anyValue;
import static com.anycompany.xray.local.otlp.ExportTree.attributes;
import static com.anycompany.xray.local.otlp.ExportTree.id;
import static com.anycompany.xray.local.otlp.ExportTree.number;
import static com.anycompany.xray.local.otlp.ExportTree.object;
import static com.anycompany.xray.local.otlp.ExportTree.objects;
import static com.anycompany.xray.local.otlp.ExportTree.scope;
import static com.anycompany.xray.local.otlp.ExportTree.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the log records of an export: {@code {"resourceLogs": [{"resource": …, "scopeLogs": [{"scope": …, "logRecords":
 * […]}]}]}}. A field that isn't known is skipped; one of the wrong type makes the export invalid.
 */
public final class LogReader {

    private static final String NAMED_SEVERITY = "SEVERITY_NUMBER_";
    private static final List<String> NAMES = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL");

    private LogReader() {}

    public static List<LogRecord> readProtobuf(byte[] body) throws InvalidExport {
        return records(ProtobufTree.readLogs(body));
    }

    public static List<LogRecord> readJson(byte[] body) throws InvalidExport {
        return records(ExportTree.readJson(body));
    }

    private static List<LogRecord> records(Map<?, ?> export) throws InvalidExport {
        List<LogRecord> records = new ArrayList<>();
        for (Map<?, ?> ofResource : objects(export, "resourceLogs")) {
            Map<String, Object> resource = attributes(object(ofResource, "resource"));
            for (Map<?, ?> ofScope : objects(ofResource, "scopeLogs")) {
                String scope = scope(object(ofScope, "scope")).name();
                for (Map<?, ?> record : objects(ofScope, "logRecords")) {
                    records.add(record(record, resource, scope));
                }
            }
        }
        return records;
    }

    private static LogRecord record(Map<?, ?> tree, Map<String, Object> resource, String scope) throws InvalidExport {
        return new LogRecord(
                id(tree, "traceId"),
                id(tree, "spanId"),
                number(tree, "timeUnixNano"),
                number(tree, "observedTimeUnixNano"),
                severityNumber(tree),
                text(tree, "severityText"),
                text(tree, "eventName"),
                anyValue(object(tree, "body")),
                attributes(tree),
                resource,
                scope);
    }

    /** A number in OTLP's JSON; the names that protobuf's own JSON has, such as {@code SEVERITY_NUMBER_WARN2}, too. */
    private static long severityNumber(Map<?, ?> record) throws InvalidExport {
        if (record.get("severityNumber") instanceof String text && text.startsWith(NAMED_SEVERITY)) {
            String name = text.substring(NAMED_SEVERITY.length());
            int family = NAMES.indexOf(name.replaceAll("[2-4]$", ""));
            if (family < 0) {
                return 0;
            }
            int step = NAMES.contains(name) ? 0 : name.charAt(name.length() - 1) - '1';
            return family * 4L + step + 1;
        }
        return number(record, "severityNumber");
    }
}
