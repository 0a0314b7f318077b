package com.anycompany.shop.launcher.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What X-Ray tells of some traces, without ids, times and values that change from request to request: a line for each node,
 * edge, status, annotation and root cause. Two recordings of the same work have the same facts.
 *
 * <pre>
 * node Carts [AWS::DynamoDB::Table]
 * edge cartservice → Carts [AWS::DynamoDB::Table]
 * status cartservice: error
 * annotation order_id (text) by orderservice
 * fault cause frontend → catalogservice (remote): java.net.ConnectException
 * </pre>
 */
record ParityFacts(SortedSet<String> facts) {

    private static final List<String> CAUSES = List.of("Fault", "Error");

    /**
     * @param services those of GetServiceGraph or GetTraceGraph
     * @param summaries those of GetTraceSummaries
     * @param counts whether a status is a fact of its own for each number of times that it occurs
     */
    static ParityFacts of(JsonNode services, Iterable<JsonNode> summaries, boolean counts) {
        SortedSet<String> facts = new TreeSet<>();
        Map<Integer, String> names = new HashMap<>();
        services.forEach(service -> names.put(service.path("ReferenceId").asInt(), name(service)));
        for (JsonNode service : services) {
            String name = name(service);
            facts.add("node " + name);
            addStatuses(facts, name, service.path("SummaryStatistics"), counts);
            for (JsonNode edge : service.path("Edges")) {
                String ends = name + " → " + names.get(edge.path("ReferenceId").asInt());
                facts.add("edge " + ends);
                addStatuses(facts, ends, edge.path("SummaryStatistics"), counts);
            }
        }
        for (JsonNode summary : summaries) {
            addAnnotations(facts, summary.path("Annotations"));
            for (String kind : CAUSES) {
                for (JsonNode cause : summary.path(kind + "RootCauses")) {
                    facts.add(kind.toLowerCase(Locale.ROOT) + " cause " + path(cause));
                }
            }
        }
        return new ParityFacts(Collections.unmodifiableSortedSet(facts));
    }

    /** The facts that the others lack. */
    SortedSet<String> without(ParityFacts others) {
        SortedSet<String> rest = new TreeSet<>(facts);
        rest.removeAll(others.facts);
        return rest;
    }

    private static String name(JsonNode service) {
        String type = service.path("Type").asString("");
        String name = service.path("Name").asString("");
        return type.isEmpty() ? name : name + " [" + type + "]";
    }

    private static void addStatuses(SortedSet<String> facts, String of, JsonNode statistics, boolean counts) {
        JsonNode errors = statistics.path("ErrorStatistics");
        Map<String, Long> statuses = new LinkedHashMap<>();
        statuses.put("ok", statistics.path("OkCount").asLong(0));
        statuses.put("throttle", errors.path("ThrottleCount").asLong(0));
        statuses.put("error", errors.path("OtherCount").asLong(0));
        statuses.put(
                "fault", statistics.path("FaultStatistics").path("TotalCount").asLong(0));
        statuses.forEach((status, count) -> {
            if (count > 0) {
                facts.add("status " + of + ": " + status + (counts ? " " + count : ""));
            }
        });
    }

    private static void addAnnotations(SortedSet<String> facts, JsonNode annotations) {
        annotations.properties().forEach(annotation -> {
            for (JsonNode value : annotation.getValue()) {
                String type = value.path("AnnotationValue").has("StringValue")
                        ? "text"
                        : value.path("AnnotationValue").has("NumberValue") ? "number" : "boolean";
                for (JsonNode service : value.path("ServiceIds")) {
                    facts.add("annotation " + annotation.getKey() + " (" + type + ") by " + name(service));
                }
            }
        });
    }

    /** {@code frontend/place → orderservice: java.net.ConnectException}. */
    private static String path(JsonNode cause) {
        List<String> services = new ArrayList<>();
        for (JsonNode service : cause.path("Services")) {
            List<String> entities = new ArrayList<>();
            for (JsonNode entity : service.path("EntityPath")) {
                List<String> exceptions = new ArrayList<>();
                entity.path("Exceptions")
                        .forEach(e -> exceptions.add(e.path("Name").asString("")));
                entities.add(entity.path("Name").asString("")
                        + (entity.path("Remote").asBoolean(false) ? " (remote)" : "")
                        + (exceptions.isEmpty() ? "" : ": " + String.join(", ", exceptions)));
            }
            services.add(entities.isEmpty() ? name(service) : String.join("/", entities));
        }
        return String.join(" → ", services);
    }
}
