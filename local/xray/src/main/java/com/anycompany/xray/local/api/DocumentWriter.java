package com.anycompany.xray.local.api;

import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.EntityNode;
import com.anycompany.xray.local.segment.Json;
import com.anycompany.xray.local.segment.Part;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.store.StoredDocument;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Writes the documents of one trace in the form in which X-Ray gives them back: independent subsegments nested in their
 * parents, without {@code traced} and empty stacks, and one document for each inferred segment.
 *
 * <p>What was reported is copied token by token, numbers digit by digit; only the blocks that may change are read.
 */
final class DocumentWriter {

    /** Deeper than any program nests; what lies below is left out, or no reader's stack would be large enough. */
    private static final int MAX_LEVELS = 100;

    private static final Set<String> OF_THE_SEGMENT = Set.of("type", "parent_id", "trace_id");
    private static final Set<String> OF_THE_ANSWER = Set.of("error", "fault", "throttle", "http", "aws");

    private final TraceId trace;
    private final Map<Entity, StoredDocument> stored = new IdentityHashMap<>();

    /** What a call that nobody answers for says of its answer, by the inferred segment. */
    private final Map<EntityNode, Map<String, @Nullable Object>> answers = new HashMap<>();

    private boolean cut;

    /** @param documents the trace's documents, in the order of {@code parts} */
    DocumentWriter(TraceId trace, List<Part> parts, List<StoredDocument> documents) {
        this.trace = trace;
        for (int i = 0; i < parts.size(); i++) {
            stored.put(parts.get(i).entity(), documents.get(i));
        }
    }

    /** Whether something was left out because it lay too deep. */
    boolean cut() {
        return cut;
    }

    /** The document of a segment. Inferred ones come after those that called them. */
    String write(EntityNode segment) {
        StringWriter document = new StringWriter(2048);
        try (JsonGenerator out = Json.FACTORY.createGenerator(Json.WRITE, document)) {
            if (segment.isInferred()) {
                Json.write(out, inferred(segment));
            } else {
                copyDocument(segment, out, 0);
            }
        }
        return document.toString();
    }

    private void copyDocument(EntityNode node, JsonGenerator out, int level) {
        StoredDocument document = stored.get(node.entity());
        if (document == null) {
            throw new IllegalStateException(
                    "no document holds " + EntityId.toHex(node.entity().id()));
        }
        byte[] bytes = document.bytes();
        try (JsonParser in = Json.FACTORY.createParser(Json.READ, bytes, 0, bytes.length)) {
            in.nextToken();
            copyEntity(in, node, out, level);
        }
    }

    /** @param node what stands here, or null if another member of the same name has told it already */
    private void copyEntity(JsonParser in, @Nullable EntityNode node, JsonGenerator out, int level) {
        EntityNode rest = node;
        out.writeStartObject();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            JsonToken value = in.nextToken();
            if (name.equals("subsegments")) {
                if (value == JsonToken.START_ARRAY) {
                    out.writeName(name);
                    copySubsegments(in, rest, out, level + 1);
                    rest = null;
                }
            } else if (level > 0 && OF_THE_SEGMENT.contains(name)) {
                in.skipChildren();
            } else if (name.equals("trace_id")) {
                out.writeStringProperty(name, trace.toString());
            } else {
                out.writeName(name);
                copyMember(in, name, value, node, out);
            }
        }
        if (rest != null && !rest.subsegments().isEmpty()) {
            out.writeName("subsegments");
            out.writeStartArray();
            copyIndependent(rest, 0, out, level + 1);
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    /** Inline subsegments come first in a node, in the order of the document. */
    private void copySubsegments(JsonParser in, @Nullable EntityNode node, JsonGenerator out, int level) {
        List<EntityNode> nodes = node == null ? List.of() : node.subsegments();
        int inline = 0;
        out.writeStartArray();
        while (in.nextToken() == JsonToken.START_OBJECT) {
            copyEntity(in, inline < nodes.size() ? nodes.get(inline) : null, out, level);
            inline++;
        }
        if (node != null) {
            copyIndependent(node, inline, out, level);
        }
        out.writeEndArray();
    }

    private void copyIndependent(EntityNode node, int from, JsonGenerator out, int level) {
        List<EntityNode> nodes = node.subsegments();
        boolean tooDeep = level > MAX_LEVELS;
        cut |= tooDeep && from < nodes.size();
        for (int i = from; i < nodes.size() && !tooDeep; i++) {
            copyDocument(nodes.get(i), out, level);
        }
    }

    private void copyMember(JsonParser in, String name, JsonToken value, @Nullable EntityNode node, JsonGenerator out) {
        EntityNode inferred = node != null && OF_THE_ANSWER.contains(name) ? inferredCallee(node) : null;
        if (inferred != null || name.equals("http") || name.equals("cause")) {
            Object shown = shown(name, Json.read(in, value));
            if (inferred != null && shown != null) {
                answers.computeIfAbsent(inferred, segment -> new LinkedHashMap<>())
                        .put(name, shown);
            }
            Json.write(out, shown);
        } else {
            Json.copy(in, out);
        }
    }

    private static @Nullable EntityNode inferredCallee(EntityNode call) {
        for (EntityNode callee : call.callees()) {
            if (callee.isInferred()) {
                return callee;
            }
        }
        return null;
    }

    private static @Nullable Object shown(String name, @Nullable Object value) {
        return switch (name) {
            case "http" -> with(value, "request", request -> without(request, "traced"));
            case "cause" -> with(value, "exceptions", DocumentWriter::withoutEmptyStacks);
            default -> value;
        };
    }

    private static @Nullable Object withoutEmptyStacks(@Nullable Object exceptions) {
        if (!(exceptions instanceof List<?> list)) {
            return exceptions;
        }
        List<@Nullable Object> shown = new ArrayList<>();
        for (Object exception : list) {
            boolean empty = exception instanceof Map<?, ?> fields
                    && fields.get("stack") instanceof List<?> stack
                    && stack.isEmpty();
            shown.add(empty ? without(exception, "stack") : exception);
        }
        return shown;
    }

    private static @Nullable Object with(@Nullable Object object, String name, UnaryOperator<@Nullable Object> change) {
        if (!(object instanceof Map<?, ?> fields) || !fields.containsKey(name)) {
            return object;
        }
        Map<Object, @Nullable Object> changed = new LinkedHashMap<>(fields);
        changed.put(name, change.apply(fields.get(name)));
        return changed;
    }

    private static @Nullable Object without(@Nullable Object object, String name) {
        if (!(object instanceof Map<?, ?> fields) || !fields.containsKey(name)) {
            return object;
        }
        Map<Object, @Nullable Object> rest = new LinkedHashMap<>(fields);
        rest.remove(name);
        return rest;
    }

    private Map<String, @Nullable Object> inferred(EntityNode node) {
        Entity entity = node.entity();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", EntityId.toHex(entity.id()));
        document.put("name", entity.name());
        document.put("start_time", entity.start() / 1e6);
        document.put("trace_id", trace.toString());
        document.put("end_time", entity.end() / 1e6);
        document.put("parent_id", EntityId.toHex(entity.parentId()));
        document.put("inferred", true);
        document.putAll(answers.getOrDefault(node, Map.of()));
        if (entity.origin() != null) {
            document.put("origin", entity.origin());
        }
        if (QueueTime.isSend(entity)) {
            document.put("subsegments", List.of(QueueTime.subsegment(entity)));
        }
        return document;
    }
}
