package com.anycompany.shop.launcher.command;

import com.anycompany.shop.launcher.terminal.Terminal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * One trace summary as a line of {@code ./shop traces}.
 *
 * @param time when it began, in this machine's time zone
 * @param duration of the whole trace, in milliseconds
 * @param status the HTTP status of the entry, empty if it isn't known
 * @param flag {@code fault}, {@code error} or {@code throttle} of the entry
 * @param request method and path, or the name of the entry
 */
record TraceLine(String id, String time, String duration, String status, String flag, String request) {

    static final String HEADING =
            "  %-8s %9s %6s %-9s %-36s %s".formatted("BEGAN", "TOOK", "STATUS", "", "TRACE", "REQUEST");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    /** The characters before the request. */
    private static final int FIGURES = 75;

    /** @param summary one of GetTraceSummaries' */
    static TraceLine of(JsonNode summary) {
        JsonNode http = summary.path("Http");
        String url = http.path("HttpURL").asString("");
        String entry = summary.path("EntryPoint").path("Name").asString("");
        JsonNode status = http.path("HttpStatus");
        return new TraceLine(
                summary.path("Id").asString(""),
                TIME.format(Instant.ofEpochMilli((long) (start(summary) * 1000))),
                String.format(Locale.ROOT, "%,.0f ms", summary.path("Duration").asDouble(0) * 1000),
                status.isNumber() ? "" + status.asInt(0) : "",
                flag(summary),
                url.isEmpty() ? entry : http.path("HttpMethod").asString("") + " " + TraceTree.path(url));
    }

    /** Seconds since 1970; the time in the trace id if the summary has no start. */
    static double start(JsonNode summary) {
        JsonNode start = summary.path("StartTime");
        if (start.isNumber()) {
            return start.asDouble();
        }
        return Long.parseLong(summary.path("Id").asString("1-0-").split("-")[1], 16);
    }

    private static String flag(JsonNode summary) {
        if (summary.path("HasThrottle").asBoolean(false)) {
            return "throttle";
        }
        if (summary.path("HasFault").asBoolean(false)) {
            return "fault";
        }
        return summary.path("HasError").asBoolean(false) ? "error" : "";
    }

    String text(Terminal terminal) {
        String shownFlag = "%-9s".formatted(flag);
        String coloured = flag.equals("fault") ? terminal.red(shownFlag) : terminal.yellow(shownFlag);
        return "  %-8s %9s %6s ".formatted(time, duration, status)
                + (flag.isEmpty() ? shownFlag : coloured)
                + " %-36s ".formatted(id)
                + Terminal.cut(request, Math.max(12, terminal.columns() - FIGURES));
    }
}
