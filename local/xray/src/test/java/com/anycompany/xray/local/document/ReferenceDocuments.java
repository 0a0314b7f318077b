package com.anycompany.xray.local.document;

import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.trace.EntityNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What {@link DocumentWriter} has to say, made the obvious way: out of whole trees. */
final class ReferenceDocuments {

    private static final Set<String> OF_THE_SEGMENT = Set.of("type", "parent_id", "trace_id");
    private static final Set<String> OF_THE_ANSWER = Set.of("error", "fault", "throttle", "http", "aws");

    private final Map<Entity, byte[]> documents = new IdentityHashMap<>();
    private final String trace;

    ReferenceDocuments(String trace) {
        this.trace = trace;
    }

    void add(Entity entity, byte[] document) {
        documents.put(entity, document);
    }

    Map<String, Object> reported(EntityNode segment) {
        Map<String, Object> shown = shown(source(segment), segment);
        source(segment).forEach((name, value) -> {
            if (OF_THE_SEGMENT.contains(name)) {
                shown.put((String) name, name.equals("trace_id") ? trace : value);
            }
        });
        return shown;
    }

    /** What an inferred segment repeats of the call. */
    Map<String, Object> answer(EntityNode call) {
        Map<String, Object> answer = shown(source(call), call);
        answer.keySet().retainAll(OF_THE_ANSWER);
        answer.values().removeIf(Objects::isNull);
        return answer;
    }

    private Map<?, ?> source(EntityNode node) {
        byte[] own = documents.get(node.entity());
        return own != null
                ? (Map<?, ?>) Json.read(own)
                : (Map<?, ?>) ((List<?>) source(node.parent()).get("subsegments"))
                        .get(node.parent().subsegments().indexOf(node));
    }

    private Map<String, Object> shown(Map<?, ?> source, EntityNode node) {
        Map<String, Object> shown = new LinkedHashMap<>();
        source.forEach((name, value) -> shown.put((String) name, value));
        shown.keySet().removeAll(OF_THE_SEGMENT);
        shown.remove("subsegments");
        if (source.get("http") instanceof Map<?, ?> http && http.get("request") instanceof Map<?, ?> request) {
            shown.put("http", with(http, "request", without(request, "traced")));
        }
        if (source.get("cause") instanceof Map<?, ?> cause && cause.get("exceptions") instanceof List<?> exceptions) {
            List<Object> kept = new ArrayList<>();
            exceptions.forEach(each -> kept.add(
                    each instanceof Map<?, ?> exception && List.of().equals(exception.get("stack"))
                            ? without(exception, "stack")
                            : each));
            shown.put("cause", with(cause, "exceptions", kept));
        }
        List<?> inline = source.get("subsegments") instanceof List<?> list ? list : List.of();
        List<Object> children = new ArrayList<>();
        for (EntityNode child : node.subsegments()) {
            int place = children.size();
            children.add(shown(place < inline.size() ? (Map<?, ?>) inline.get(place) : source(child), child));
        }
        if (!children.isEmpty() || source.get("subsegments") != null) {
            shown.put("subsegments", children);
        }
        return shown;
    }

    private static Map<Object, Object> with(Map<?, ?> object, String name, Object value) {
        Map<Object, Object> changed = new LinkedHashMap<>(object);
        changed.put(name, value);
        return changed;
    }

    private static Map<Object, Object> without(Map<?, ?> object, String name) {
        Map<Object, Object> rest = new LinkedHashMap<>(object);
        rest.remove(name);
        return rest;
    }
}
