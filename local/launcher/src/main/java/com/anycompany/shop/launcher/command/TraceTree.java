package com.anycompany.shop.launcher.command;

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
 * A trace as indented lines. A segment stands below the subsegment that called it. Inferred segments are left out, because
 * they repeat the call that they were inferred from.
 */
record TraceTree(List<String> lines) {

    static final TraceTree EMPTY = new TraceTree(List.of());

    private static final int MAX_INDENT = 90;

    /** A line to be written: the indent of the line itself, and that of what is below it. */
    private record Row(JsonNode entity, String first, String rest) {

        Row child(JsonNode child, boolean last) {
            boolean deep = rest.length() >= MAX_INDENT;
            return new Row(child, rest + (last ? "└─ " : "├─ "), deep ? rest : rest + (last ? "   " : "│  "));
        }
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** @param trace one of BatchGetTraces' */
    static TraceTree of(JsonNode trace) {
        List<JsonNode> roots = new ArrayList<>();
        Map<String, List<JsonNode>> called = new HashMap<>();
        List<JsonNode> segments = new ArrayList<>();
        trace.path("Segments")
                .forEach(s -> segments.add(JsonClient.read(s.path("Document").asString())));
        segments.removeIf(s -> s.path("inferred").asBoolean(false));
        segments.sort(Comparator.comparingDouble(s -> s.path("start_time").asDouble()));
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
        List<String> lines = new ArrayList<>();
        Set<JsonNode> written = Collections.newSetFromMap(new IdentityHashMap<>());
        roots.forEach(root -> write(root, called, written, lines));
        segments.forEach(inCycle -> write(inCycle, called, written, lines));
        return new TraceTree(List.copyOf(lines));
    }

    private static void index(JsonNode entity, Map<String, JsonNode> known) {
        known.putIfAbsent(entity.path("id").asString(""), entity);
        entity.path("subsegments").forEach(s -> index(s, known));
    }

    /** Not recursive, since a chain of calls may be of any length; each entity once, since calls may form a cycle. */
    private static void write(
            JsonNode root, Map<String, List<JsonNode>> called, Set<JsonNode> written, List<String> lines) {
        Deque<Row> open = new ArrayDeque<>();
        open.push(new Row(root, "", ""));
        while (!open.isEmpty()) {
            Row row = open.pop();
            if (written.add(row.entity)) {
                lines.add(line(row.entity, row.first));
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
        children.sort(Comparator.comparingDouble(c -> c.path("start_time").asDouble()));
        return children;
    }

    private static String line(JsonNode entity, String indent) {
        String name = indent + entity.path("name").asString("?") + what(entity);
        return String.format(Locale.ROOT, "%-64s %9s  %s", name, duration(entity), status(entity))
                .stripTrailing();
    }

    private static String what(JsonNode entity) {
        JsonNode aws = entity.path("aws");
        String operation = aws.path("operation").asString("");
        if (!operation.isEmpty()) {
            return " " + operation + " " + aws.path("table_name").asString("");
        }
        JsonNode request = entity.path("http").path("request");
        String url = request.path("url").asString("");
        return url.isEmpty() ? "" : " " + request.path("method").asString("") + " " + path(url);
    }

    private static String path(String url) {
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
}
