package com.anycompany.xray.spring;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends log records by OTLP over HTTP, in JSON. */
final class LogSender {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMEOUT_MILLIS = 2000;
    private static final int MAX_CHARACTERS = 32_768;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final URI endpoint;
    private final String service;

    LogSender(URI endpoint, String service) {
        this.endpoint = endpoint;
        this.service = service;
    }

    /**
     * Returns once the records were answered, taken or not.
     *
     * @throws IOException if there was no answer, or one that asks to try again
     */
    void send(List<ILoggingEvent> events) throws IOException {
        // Through a string, which replaces halves of surrogate pairs; the writer of bytes refuses them.
        byte[] body = JSON.writeValueAsString(export(events)).getBytes(StandardCharsets.UTF_8);
        HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        if (status == 429 || status >= 502 && status <= 504) {
            connection.disconnect();
            throw new IOException(endpoint + " answers " + status);
        }
        if (status < 400) {
            connection.getInputStream().close();
        } else {
            connection.disconnect();
        }
    }

    private ObjectNode export(List<ILoggingEvent> events) {
        ObjectNode export = JSON.createObjectNode();
        ObjectNode ofResource = export.putArray("resourceLogs").addObject();
        attribute(ofResource.putObject("resource").putArray("attributes"), "service.name", service);
        ArrayNode scopes = ofResource.putArray("scopeLogs");
        Map<String, ArrayNode> byLogger = new HashMap<>();
        for (ILoggingEvent event : events) {
            byLogger.computeIfAbsent(event.getLoggerName(), name -> {
                        ObjectNode ofScope = scopes.addObject();
                        ofScope.putObject("scope").put("name", name);
                        return ofScope.putArray("logRecords");
                    })
                    .add(record(event));
        }
        return export;
    }

    private static ObjectNode record(ILoggingEvent event) {
        Map<String, String> mdc = event.getMDCPropertyMap();
        ObjectNode record = JSON.createObjectNode();
        record.put("timeUnixNano", Long.toString(nanos(event)));
        record.put("severityNumber", severity(event.getLevel()));
        record.put("severityText", event.getLevel().toString());
        record.putObject("body").put("stringValue", shortened(event.getFormattedMessage()));
        record.put("traceId", w3c(mdc.getOrDefault(TraceIdInLogs.KEY, "")));
        record.put("spanId", mdc.getOrDefault(TraceIdInLogs.SPAN_KEY, ""));
        ArrayNode attributes = record.putArray("attributes");
        attribute(attributes, "thread.name", event.getThreadName());
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            attribute(attributes, "exception.type", thrown.getClassName());
            attribute(attributes, "exception.message", thrown.getMessage());
            attribute(attributes, "exception.stacktrace", ThrowableProxyUtil.asString(thrown));
        }
        return record;
    }

    private static long nanos(ILoggingEvent event) {
        Instant instant = event.getInstant();
        return instant == null
                ? event.getTimeStamp() * NANOS_PER_MILLI
                : instant.getEpochSecond() * 1000 * NANOS_PER_MILLI + instant.getNano();
    }

    /** X-Ray's form {@code 1-<8 digits>-<24 digits>} as W3C's 32 digits. */
    private static String w3c(String traceId) {
        return traceId.startsWith("1-") ? traceId.substring(2).replace("-", "") : traceId;
    }

    private static int severity(Level level) {
        return switch (level.toInt()) {
            case Level.TRACE_INT -> 1;
            case Level.DEBUG_INT -> 5;
            case Level.INFO_INT -> 9;
            case Level.WARN_INT -> 13;
            default -> 17;
        };
    }

    private static void attribute(ArrayNode attributes, String key, @Nullable String value) {
        attributes.addObject().put("key", key).putObject("value").put("stringValue", shortened(value));
    }

    private static String shortened(@Nullable String message) {
        String text = String.valueOf(message);
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + "…";
    }
}
