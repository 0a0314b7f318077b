package com.anycompany.xray.local.otlp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A log record as OTLP carries it, in whichever encoding. Times are nanoseconds since the epoch, 0 if absent; ids are
 * hexadecimal, an absent text is empty.
 *
 * @param severityNumber 1 to 24, or 0 if it isn't told
 * @param body a text, or any other value of an attribute
 */
public record LogRecord(
        String traceId,
        String spanId,
        long time,
        long observedTime,
        long severityNumber,
        String severityText,
        String eventName,
        @Nullable Object body,
        Map<String, Object> attributes,
        Map<String, Object> resource,
        String scope) {

    private static final String[] SEVERITIES = {"TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"};
    private static final int NUMBERS_EACH = 4;

    /** The severity's own text, or the name that its number has in OpenTelemetry; empty if neither is told. */
    public String severity() {
        if (!severityText.isEmpty()) {
            return severityText;
        }
        boolean known = severityNumber >= 1 && severityNumber <= (long) SEVERITIES.length * NUMBERS_EACH;
        return known ? SEVERITIES[(int) (severityNumber - 1) / NUMBERS_EACH] : "";
    }
}
