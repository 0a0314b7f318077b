package com.anycompany.shop.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trace as an indented tree that can be compared: ids, times and other things that change are left out, siblings stand
 * in alphabetical order since some run in parallel, and what hangs on nothing is called an orphan.
 *
 * <pre>
 * frontend: GET /cart 200 {shopper_id={uuid}}
 *   cartservice remote: GET /api/v1/carts/{uuid} 200
 *     cartservice: GET /api/v1/carts/{uuid} 200 {shopper_id={uuid}}
 *       DynamoDB aws: GetItem Carts 200
 * </pre>
 */
final class TraceTree {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String INDENT = "  ";

    private final List<JsonNode> segments;
    private final Map<String, List<JsonNode>> segmentsByParent = new LinkedHashMap<>();
    private final List<String> entities = new ArrayList<>();

    TraceTree(List<String> documents) {
        segments = documents.stream().map(JSON::readTree).toList();
        for (JsonNode segment : segments) {
            collect(segment);
            if (segment.has("parent_id")) {
                segmentsByParent
                        .computeIfAbsent(segment.path("parent_id").asString(), parent -> new ArrayList<>())
                        .add(segment);
            }
        }
    }

    private void collect(JsonNode entity) {
        entities.add(entity.path("id").asString());
        entity.path("subsegments").forEach(this::collect);
    }

    String text() {
        List<String> lines = new ArrayList<>();
        for (JsonNode segment : segments) {
            if (!segment.has("parent_id")) {
                lines.add(subtree(segment, ""));
            } else if (!entities.contains(segment.path("parent_id").asString())) {
                lines.add("ORPHAN " + subtree(segment, ""));
            }
        }
        return lines.stream().sorted().collect(Collectors.joining("\n"));
    }

    private String subtree(JsonNode entity, String indent) {
        List<String> children = new ArrayList<>();
        entity.path("subsegments").forEach(child -> children.add(subtree(child, indent + INDENT)));
        segmentsByParent
                .getOrDefault(entity.path("id").asString(), List.of())
                .forEach(child -> children.add(subtree(child, indent + INDENT)));
        children.sort(Comparator.naturalOrder());
        children.add(0, indent + line(entity));
        return String.join("\n", children);
    }

    private static String line(JsonNode entity) {
        List<String> words = new ArrayList<>();
        words.add(entity.path("name").asString());
        if (entity.has("namespace")) {
            words.add(entity.path("namespace").asString());
        }
        if (entity.path("inferred").asBoolean(false)) {
            words.add("inferred"
                    + (entity.has("origin") ? " " + entity.path("origin").asString() : ""));
        }
        List<String> facts = facts(entity);
        String head = String.join(" ", words);
        return Volatile.replace(facts.isEmpty() ? head : head + ": " + String.join(" ", facts));
    }

    private static List<String> facts(JsonNode entity) {
        List<String> facts = new ArrayList<>();
        JsonNode request = entity.path("http").path("request");
        JsonNode aws = entity.path("aws");
        if (request.has("method")) {
            facts.add(request.path("method").asString());
            facts.add(Volatile.pathOf(request.path("url").asString()));
        } else if (aws.has("operation")) {
            facts.add(aws.path("operation").asString());
            facts.add(tables(aws));
        }
        if (entity.path("http").path("response").has("status")) {
            facts.add(entity.path("http").path("response").path("status").asString());
        }
        for (String flag : List.of("throttle", "fault", "error", "in_progress")) {
            if (entity.path(flag).asBoolean(false)) {
                facts.add(flag.toUpperCase(java.util.Locale.ROOT));
            }
        }
        entity.path("cause").path("exceptions").forEach(exception -> facts.add("!" + simpleName(exception)));
        if (!entity.path("annotations").isEmpty()) {
            facts.add(annotations(entity.path("annotations")));
        }
        return facts;
    }

    private static String tables(JsonNode aws) {
        if (aws.has("table_name")) {
            return aws.path("table_name").asString();
        }
        List<String> names = new ArrayList<>();
        aws.path("table_names").forEach(name -> names.add(name.asString()));
        return names.toString();
    }

    private static String simpleName(JsonNode exception) {
        String type = exception.path("type").asString();
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String annotations(JsonNode annotations) {
        Map<String, String> sorted = new TreeMap<>();
        annotations
                .properties()
                .forEach(one -> sorted.put(one.getKey(), one.getValue().asString()));
        return sorted.toString();
    }
}
