package com.anycompany.xray.local.status;

import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.http.HttpRequest;
import com.anycompany.xray.local.http.HttpResponse;
import com.anycompany.xray.local.logs.LogEntry;
import com.anycompany.xray.local.logs.LogStore;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code GET /local/logs?trace=ID}: the log records of a trace in order of time. The response is {@code {"records": [{"time": seconds,
 * "severity": "WARN", "severityNumber": 13, "body": "…", "event": "…", "service": "…", "logger": "…", "spanId": "…", "attributes":
 * {…}}], "leftOut": n}}: at most {@link #MAX_RECORDS} and {@link #MAX_BYTES} of them, the earliest ones. Members without a value
 * are absent.
 */
public final class TraceLogsEndpoint implements Endpoint {

    private static final int MAX_RECORDS = 10_000;
    private static final int MAX_BYTES = 8 << 20;

    private final LogStore logs;

    public TraceLogsEndpoint(LogStore logs) {
        this.logs = logs;
    }

    @Override
    public boolean serves(String method, String path) {
        return path.equals("/local/logs") && (method.equals("GET") || method.equals("HEAD"));
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        List<LogEntry> found = logs.find(TraceParameter.of(request));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes(utf8("{\"records\":["));
        int written = 0;
        while (written < found.size() && written < MAX_RECORDS && json.size() < MAX_BYTES) {
            json.writeBytes(utf8(written == 0 ? "" : ","));
            json.writeBytes(found.get(written).json());
            written++;
        }
        json.writeBytes(utf8("],\"leftOut\":" + (found.size() - written) + "}"));
        return HttpResponse.json(json.toByteArray()).uncached();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
