package com.anycompany.shop.launcher.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A trace as indented lines. A segment stands below the subsegment that called it. Inferred segments are left out, because
 * they repeat the call that they were inferred from.
 */
record TraceTree(List<String> lines) {

    static final TraceTree EMPTY = new TraceTree(List.of());

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
        roots.forEach(root -> write(root, "", "", called, lines));
        return new TraceTree(List.copyOf(lines));
    }

    private static void index(JsonNode entity, Map<String, JsonNode> known) {
        known.put(entity.path("id").asString(""), entity);
        entity.path("subsegments").forEach(s -> index(s, known));
    }

    private static void write(
            JsonNode entity, String first, String rest, Map<String, List<JsonNode>> called, List<String> lines) {
        lines.add(line(entity, first));
        List<JsonNode> children = new ArrayList<>();
        entity.path("subsegments").forEach(children::add);
        children.addAll(called.getOrDefault(entity.path("id").asString(""), List.of()));
        children.sort(Comparator.comparingDouble(c -> c.path("start_time").asDouble()));
        for (int i = 0; i < children.size(); i++) {
            boolean last = i == children.size() - 1;
            write(children.get(i), rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "), called, lines);
        }
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
        String number = code.isMissingNode() ? "" : code.asInt() + " ";
        for (String flag : List.of("throttle", "fault", "error")) {
            if (entity.path(flag).asBoolean(false)) {
                return number + flag;
            }
        }
        return number.strip();
    }
}
