package com.anycompany.shop.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a trace lacks, and whether the trace or a kill at that moment tells why.
 *
 * <p>A call without the callee's segment is explained by its own fault, error or time-out, or by the callee's death. A
 * segment whose caller is missing is explained by the death of a service that may have made the call: a process that is
 * killed takes the segments of its open requests along. What was sent while X-Ray Local was away is lost.
 */
final class TraceHoles {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The longest that a request outlives a call of its own, with a margin for a busy machine. */
    private static final Duration REQUEST = Duration.ofSeconds(8);

    /** X-Ray Local, when it is killed, loses the datagrams that it hasn't stored yet. */
    private static final Duration RECEIVING = Duration.ofSeconds(2);

    /** An order may be settled that long after its checkout. */
    private static final Duration SETTLEMENT = Duration.ofSeconds(150);

    private final ServiceGraph graph = ServiceGraph.expected();
    private final Kills kills;
    private final List<String> unexplained = new ArrayList<>();
    private int explained;

    TraceHoles(Kills kills) {
        this.kills = kills;
    }

    void lookAt(String traceId, List<String> documents) {
        List<JsonNode> segments = documents.stream()
                .map(JSON::readTree)
                .filter(segment -> !segment.path("inferred").asBoolean(false))
                .toList();
        Map<String, String> callees = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode segment : segments) {
            callees.put(
                    segment.path("parent_id").asString(""), segment.path("name").asString());
            collect(segment, ids);
        }
        for (JsonNode segment : segments) {
            lookForCaller(traceId, segment, ids);
            lookForCallees(traceId, segment, callees);
        }
    }

    int explained() {
        return explained;
    }

    List<String> unexplained() {
        return unexplained;
    }

    private void lookForCaller(String traceId, JsonNode segment, Set<String> ids) {
        String parent = segment.path("parent_id").asString("");
        if (parent.isEmpty() || ids.contains(parent)) {
            return;
        }
        String name = segment.path("name").asString();
        List<String> callers = graph.callers(name);
        boolean settlement = segment.path("annotations").has("settlement");
        Duration before = settlement ? SETTLEMENT : REQUEST;
        note(
                isLost(segment)
                        || kills.killed(
                                callers.isEmpty() ? List.of(name) : callers,
                                time(segment, "start_time").minus(before),
                                time(segment, "end_time").plus(REQUEST)),
                traceId + ": " + name + " was called by nobody");
    }

    private void lookForCallees(String traceId, JsonNode entity, Map<String, String> callees) {
        for (JsonNode call : entity.path("subsegments")) {
            String name = call.path("name").asString();
            if (call.path("namespace").asString("").equals("remote")
                    && !callees.containsKey(call.path("id").asString())) {
                boolean saysWhy = call.path("fault").asBoolean(false)
                        || call.path("error").asBoolean(false)
                        || call.path("throttle").asBoolean(false)
                        || call.path("in_progress").asBoolean(false);
                note(
                        saysWhy
                                || isLost(call)
                                || kills.killed(
                                        List.of(name),
                                        time(call, "start_time").minusSeconds(1),
                                        time(call, "end_time").plusSeconds(2)),
                        traceId + ": " + name + " answered and has no segment");
            }
            lookForCallees(traceId, call, callees);
        }
    }

    /** Whether documents of that time may have been sent while nobody received them. */
    private boolean isLost(JsonNode entity) {
        return kills.nobodyReceived(
                time(entity, "start_time").minus(RECEIVING),
                time(entity, "end_time").plus(REQUEST));
    }

    private void note(boolean isExplained, String hole) {
        if (isExplained) {
            explained++;
        } else {
            unexplained.add(hole);
        }
    }

    private static void collect(JsonNode entity, Set<String> ids) {
        ids.add(entity.path("id").asString());
        entity.path("subsegments").forEach(child -> collect(child, ids));
    }

    private static Instant time(JsonNode entity, String field) {
        double seconds = entity.has(field)
                ? entity.path(field).asDouble()
                : entity.path("start_time").asDouble();
        return Instant.ofEpochMilli((long) (seconds * 1000));
    }
}
