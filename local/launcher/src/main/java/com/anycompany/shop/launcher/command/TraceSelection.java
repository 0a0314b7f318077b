package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.Durations;
import com.anycompany.shop.commandline.UserError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a user names, a time or traces, from X-Ray Local.
 *
 * @param xray the address of X-Ray Local
 */
record TraceSelection(String xray, Clock clock) {

    /** BatchGetTraces takes so many ids at once. */
    private static final int BATCH = 5;

    /** The clocks of services may differ a little. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    /** @param counts whether the facts include how often each status occurs */
    ParityFacts facts(String text, boolean counts) {
        int slash = text.indexOf('/');
        List<String> ids = traceIds(text);
        if (!ids.isEmpty()) {
            return ofTraces(ids, counts);
        }
        if (slash < 0) {
            throw new UserError(
                    "'" + text + "' is neither a time (FROM/TO, such as 13:05/13:10 or 10m/5m) nor a trace id.");
        }
        Instant from = instant(text.substring(0, slash));
        Instant to = instant(text.substring(slash + 1));
        if (!from.isBefore(to)) {
            throw new UserError("'" + text + "' ends before it begins; write the earlier time first.");
        }
        JsonNode services = read(
                "/ServiceGraph",
                Map.of("StartTime", TraceSummaries.seconds(from), "EndTime", TraceSummaries.seconds(to)),
                "Services");
        List<JsonNode> summaries = summaries(from, to);
        if (services.isEmpty() && summaries.isEmpty()) {
            throw new UserError("X-Ray Local has no traces of '" + text + "'.");
        }
        return ParityFacts.of(services, summaries, counts);
    }

    private static List<String> traceIds(String text) {
        List<String> ids = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            TraceIds.find(part).ifPresent(ids::add);
        }
        return ids.size() == text.split(",", -1).length ? ids : List.of();
    }

    private ParityFacts ofTraces(List<String> ids, boolean counts) {
        Instant from = Instant.MAX;
        Instant to = Instant.MIN;
        Set<String> missing = new LinkedHashSet<>(ids);
        for (int i = 0; i < ids.size(); i += BATCH) {
            List<String> some = ids.subList(i, Math.min(i + BATCH, ids.size()));
            for (JsonNode trace : read("/Traces", Map.of("TraceIds", some), "Traces")) {
                missing.remove(trace.path("Id").asString());
                for (JsonNode segment : trace.path("Segments")) {
                    JsonNode document = JsonClient.read(segment.path("Document").asString());
                    Instant start = at(document.path("start_time").asDouble());
                    Instant end = at(document.path("end_time")
                            .asDouble(document.path("start_time").asDouble()));
                    from = start.isBefore(from) ? start : from;
                    to = end.isAfter(to) ? end : to;
                }
            }
        }
        if (!missing.isEmpty() || from.equals(Instant.MAX)) {
            throw new UserError("X-Ray Local has no trace " + String.join(", ", missing) + ".");
        }
        List<JsonNode> summaries = summaries(from.minus(MARGIN), to.plus(MARGIN)).stream()
                .filter(summary -> ids.contains(summary.path("Id").asString()))
                .toList();
        return ParityFacts.of(read("/TraceGraph", Map.of("TraceIds", ids), "Services"), summaries, counts);
    }

    private List<JsonNode> summaries(Instant from, Instant to) {
        return new TraceSummaries(xray).find(from, to, "", Integer.MAX_VALUE);
    }

    private JsonNode read(String path, Map<String, ?> input, String member) {
        return JsonClient.post(xray + path, input).path(member);
    }

    /** A time of today, an instant, a duration before now, or now. */
    private Instant instant(String text) {
        if (text.equals("now")) {
            return clock.instant();
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notAnInstant) {
            // One of the other forms.
        }
        try {
            return LocalDate.now(clock)
                    .atTime(LocalTime.parse(text))
                    .atZone(clock.getZone())
                    .toInstant();
        } catch (DateTimeParseException notATime) {
            // A duration, perhaps.
        }
        try {
            return clock.instant().minus(Durations.parse(text));
        } catch (RuntimeException unreadable) {
            throw new UserError("'" + text
                    + "' is no time; write one like 13:05, 13:05:30, 2026-12-01T13:05:00Z, 10m (ago) or now.");
        }
    }

    private static Instant at(double seconds) {
        return Instant.ofEpochMilli((long) (seconds * 1000));
    }
}
