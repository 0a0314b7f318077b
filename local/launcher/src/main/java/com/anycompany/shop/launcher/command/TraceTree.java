package com.anycompany.shop.launcher.command;

import com.anycompany.shop.launcher.terminal.Terminal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A trace as an indented tree with the start, duration and status of each entity, and the text of its exceptions. A segment stands
 * below the subsegment that called it. Inferred segments are left out, because they repeat the call that they were inferred
 * from.
 *
 * @param httpStatus what the trace's entry was answered with; 0 if that isn't known
 */
record TraceTree(int httpStatus, List<Entry> entries) {

    static final TraceTree EMPTY = new TraceTree(0, List.of());

    private static final int MAX_INDENT = 90;
    private static final int NARROWEST_LABEL = 24;
    private static final int WIDEST_LABEL = 64;

    /** What start, duration and status take up beside the label. */
    private static final int FIGURES = 36;

    /**
     * One entity as text.
     *
     * @param start milliseconds since the trace began, such as {@code +12 ms}
     * @param below the indent of what belongs to it
     * @param exceptions type and message of each
     */
    record Entry(
            String label,
            String start,
            String duration,
            String status,
            Severity severity,
            String below,
            List<String> exceptions) {}

    /** The colour of a status. */
    enum Severity {
        NONE,
        ERROR,
        FAULT
    }

    /** A line to be written: the indent of the line itself, and that of what is below it. */
    private record Row(JsonNode entity, String first, String rest) {

        Row child(JsonNode child, boolean last) {
            boolean deep = rest.length() >= MAX_INDENT;
            return new Row(child, rest + (last ? "└─ " : "├─ "), deep ? rest : rest + (last ? "   " : "│  "));
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The lines to print: no wider than the terminal, in its colours. */
    List<String> lines(Terminal terminal) {
        int room = Math.max(NARROWEST_LABEL, terminal.columns() - FIGURES);
        int widest = entries.stream().mapToInt(e -> e.label.length()).max().orElse(0);
        int width = Math.min(room, Math.max(widest, WIDEST_LABEL));
        List<String> lines = new ArrayList<>();
        for (Entry entry : entries) {
            String label = Terminal.cut(entry.label, width);
            lines.add(String.format(Locale.ROOT, "%-" + width + "s ", label)
                    + terminal.faint(String.format(Locale.ROOT, "%9s", entry.start))
                    + (String.format(Locale.ROOT, " %9s  ", entry.duration) + painted(entry, terminal))
                            .stripTrailing());
            for (String exception : entry.exceptions) {
                String indent = entry.below + "   ";
                lines.add(indent + terminal.red(Terminal.cut(exception, room + FIGURES - indent.length())));
            }
        }
        return lines;
    }

    private static String painted(Entry entry, Terminal terminal) {
        return switch (entry.severity) {
            case NONE -> entry.status;
            case ERROR -> terminal.yellow(entry.status);
            case FAULT -> terminal.red(entry.status);
        };
    }

    /** @param trace one of BatchGetTraces' */
    static TraceTree of(JsonNode trace) {
        List<JsonNode> roots = new ArrayList<>();
        Map<String, List<JsonNode>> called = new HashMap<>();
        List<JsonNode> segments = new ArrayList<>();
        trace.path("Segments")
                .forEach(s -> segments.add(JsonClient.read(s.path("Document").asString())));
        segments.removeIf(s -> s.path("inferred").asBoolean(false));
        segments.sort(Comparator.comparingDouble(TraceTree::start));
        Map<String, JsonNode> known = new HashMap<>();
        segments.forEach(s -> index(s, known));
        for (JsonNode segment : segments) {
            String parent = segment.path("parent_id").asString("");
            if (known.containsKey(parent)) {
                called.computeIfAbsent(parent, p -> new ArrayList<>()).add(segment);
            } else {
                roots.add(segment);
            }
        }
        double begin = segments.isEmpty() ? 0 : start(segments.get(0));
        List<Entry> entries = new ArrayList<>();
        Set<JsonNode> written = Collections.newSetFromMap(new IdentityHashMap<>());
        roots.forEach(root -> write(root, called, written, begin, entries));
        segments.forEach(inCycle -> write(inCycle, called, written, begin, entries));
        int status = roots.isEmpty()
                ? 0
                : roots.get(0).path("http").path("response").path("status").asInt(0);
        return new TraceTree(status, List.copyOf(entries));
    }

    private static void index(JsonNode entity, Map<String, JsonNode> known) {
        known.putIfAbsent(entity.path("id").asString(""), entity);
        entity.path("subsegments").forEach(s -> index(s, known));
    }

    /** Not recursive, since a chain of calls may be of any length; each entity once, since calls may form a cycle. */
    private static void write(
            JsonNode root,
            Map<String, List<JsonNode>> called,
            Set<JsonNode> written,
            double begin,
            List<Entry> entries) {
        Deque<Row> open = new ArrayDeque<>();
        open.push(new Row(root, "", ""));
        while (!open.isEmpty()) {
            Row row = open.pop();
            if (written.add(row.entity)) {
                entries.add(entry(row, begin));
                List<JsonNode> children = children(row.entity, called);
                children.removeIf(written::contains);
                for (int i = children.size() - 1; i >= 0; i--) {
                    open.push(row.child(children.get(i), i == children.size() - 1));
                }
            }
        }
    }

    private static List<JsonNode> children(JsonNode entity, Map<String, List<JsonNode>> called) {
        List<JsonNode> children = new ArrayList<>();
        entity.path("subsegments").forEach(children::add);
        children.addAll(called.getOrDefault(entity.path("id").asString(""), List.of()));
        children.sort(Comparator.comparingDouble(TraceTree::start));
        return children;
    }

    private static Entry entry(Row row, double begin) {
        JsonNode entity = row.entity;
        return new Entry(
                row.first + entity.path("name").asString("?") + what(entity),
                String.format(Locale.ROOT, "+%.0f ms", (start(entity) - begin) * 1000),
                duration(entity),
                status(entity),
                severity(entity),
                row.rest,
                exceptions(entity));
    }

    private static double start(JsonNode entity) {
        return entity.path("start_time").asDouble();
    }

    /** A cause that is only the id of an exception repeats one that stands at another entity. */
    private static List<String> exceptions(JsonNode entity) {
        List<String> texts = new ArrayList<>();
        for (JsonNode exception : entity.path("cause").path("exceptions")) {
            String type = exception.path("type").asString("");
            String message = exception
                    .path("message")
                    .asString("")
                    .replaceAll("\\s+", " ")
                    .strip();
            String text = type.substring(type.lastIndexOf('.') + 1);
            texts.add(text.isEmpty() || message.isEmpty() ? text + message : text + ": " + message);
        }
        texts.removeIf(String::isEmpty);
        return List.copyOf(texts);
    }

    private static String what(JsonNode entity) {
        JsonNode aws = entity.path("aws");
        String operation = aws.path("operation").asString("");
        if (!operation.isEmpty()) {
            return (" " + operation + " " + aws.path("table_name").asString("")).stripTrailing();
        }
        JsonNode request = entity.path("http").path("request");
        String url = request.path("url").asString("");
        return url.isEmpty() ? "" : " " + request.path("method").asString("") + " " + path(url);
    }

    static String path(String url) {
        int slash = url.indexOf('/', url.indexOf("://") + 3);
        return slash < 0 ? url : url.substring(slash);
    }

    private static String duration(JsonNode entity) {
        if (!entity.has("end_time")) {
            return "running";
        }
        double millis =
                (entity.path("end_time").asDouble() - entity.path("start_time").asDouble()) * 1000;
        return String.format(Locale.ROOT, "%.0f ms", millis);
    }

    private static String status(JsonNode entity) {
        JsonNode code = entity.path("http").path("response").path("status");
        String number = code.isNumber() ? code.asInt(0) + " " : "";
        for (String flag : List.of("throttle", "fault", "error")) {
            if (entity.path(flag).asBoolean(false)) {
                return number + flag;
            }
        }
        return number.strip();
    }

    private static Severity severity(JsonNode entity) {
        if (entity.path("fault").asBoolean(false)) {
            return Severity.FAULT;
        }
        boolean error =
                entity.path("error").asBoolean(false) || entity.path("throttle").asBoolean(false);
        return error ? Severity.ERROR : Severity.NONE;
    }
}
