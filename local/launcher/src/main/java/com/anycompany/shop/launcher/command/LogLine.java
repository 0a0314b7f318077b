package com.anycompany.shop.launcher.command;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;

/**
 * Line of {@code ./shop trace --logs}: time, severity, service and text of a log record.
 *
 * <pre>
 *   14:07:12.345 WARN  cartservice  cart 7 is empty
 * </pre>
 */
record LogLine(Instant time, String severity, String service, String body) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final int NANO_DIGITS = 9;

    static LogLine of(JsonNode record) {
        BigDecimal seconds = record.path("time").asDecimal(BigDecimal.ZERO);
        long nanos = seconds.movePointRight(NANO_DIGITS).longValue();
        JsonNode body = record.path("body");
        return new LogLine(
                Instant.ofEpochSecond(0, nanos),
                record.path("severity").asString(""),
                record.path("service").asString("-"),
                body.isString() ? body.asString("") : body.toString());
    }

    String text() {
        return text(ZoneId.systemDefault());
    }

    String text(ZoneId zone) {
        return "  %s %-5s %-22s %s".formatted(CLOCK.format(time.atZone(zone)), severity, service, body);
    }
}
