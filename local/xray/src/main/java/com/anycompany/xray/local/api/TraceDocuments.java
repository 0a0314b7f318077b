package com.anycompany.xray.local.api;

import com.anycompany.xray.local.segment.AssembledTrace;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.EntityNode;
import com.anycompany.xray.local.segment.Json;
import com.anycompany.xray.local.store.TraceReading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a trace's segments as BatchGetTraces returns them: subsegments nested, inferred segments added. */
final class TraceDocuments {

    private final TraceReading trace;
    private final AssembledTrace assembled;
    private final Map<String, Map<String, @Nullable Object>> stored = new HashMap<>();

    private TraceDocuments(TraceReading trace) {
        this.trace = trace;
        this.assembled = trace.assemble();
        trace.documents().forEach(document -> index(Json.read(document.bytes())));
    }

    static Output of(TraceReading trace) {
        return new TraceDocuments(trace).write();
    }

    /** The same as ListRetrievedTraces returns it, which calls segments spans. */
    static Output spans(TraceReading trace) {
        TraceDocuments documents = new TraceDocuments(trace);
        return new Output()
                .put("Id", trace.id().toString())
                .put("Duration", duration(documents.assembled))
                .put("Spans", documents.segments(), documents::segment);
    }

    private Output write() {
        return new Output()
                .put("Id", trace.id().toString())
                .put("Duration", duration(assembled))
                .put("LimitExceeded", false)
                .put("Segments", segments(), this::segment);
    }

    private List<EntityNode> segments() {
        List<EntityNode> segments = new ArrayList<>(assembled.segments());
        segments.addAll(assembled.inferred());
        return segments;
    }

    /** From the first start to the last end, in seconds; null while nothing has ended. */
    static @Nullable Double duration(AssembledTrace trace) {
        long start = Long.MAX_VALUE;
        long end = Entity.IN_PROGRESS;
        for (EntityNode node : trace.entities()) {
            start = Math.min(start, node.entity().start());
            end = Math.max(end, node.entity().end());
        }
        return end == Entity.IN_PROGRESS ? null : (Double) (Math.round(Math.max(0, end - start) / 1e3) / 1e3);
    }

    private Output segment(EntityNode node) {
        Map<String, @Nullable Object> document = node.isInferred() ? inferred(node) : reported(node);
        return new Output()
                .put("Id", EntityId.toHex(node.entity().id()))
                .put("Document", new String(Json.bytes(document), StandardCharsets.UTF_8));
    }

    private void index(@Nullable Object value) {
        if (value instanceof Map<?, ?> entity && entity.get("id") instanceof String id) {
            stored.putIfAbsent(id.toLowerCase(Locale.ROOT), StoredEntity.normalize(entity));
            if (entity.get("subsegments") instanceof List<?> children) {
                children.forEach(this::index);
            }
        }
    }

    private Map<String, @Nullable Object> reported(EntityNode node) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>(fields(node));
        document.put("trace_id", trace.id().toString());
        putSubsegments(document, node);
        return document;
    }

    private Map<String, @Nullable Object> subsegment(EntityNode node) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>(fields(node));
        document.remove("type");
        document.remove("parent_id");
        document.remove("trace_id");
        putSubsegments(document, node);
        return document;
    }

    private Map<String, @Nullable Object> fields(EntityNode node) {
        return stored.getOrDefault(EntityId.toHex(node.entity().id()), Map.of());
    }

    private void putSubsegments(Map<String, @Nullable Object> document, EntityNode node) {
        document.remove("subsegments");
        if (!node.subsegments().isEmpty()) {
            document.put(
                    "subsegments",
                    node.subsegments().stream().map(this::subsegment).toList());
        }
    }

    private Map<String, @Nullable Object> inferred(EntityNode node) {
        Entity entity = node.entity();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", EntityId.toHex(entity.id()));
        document.put("name", entity.name());
        document.put("start_time", entity.start() / 1e6);
        document.put("trace_id", trace.id().toString());
        document.put("end_time", entity.end() / 1e6);
        document.put("parent_id", EntityId.toHex(entity.parentId()));
        document.put("inferred", true);
        Map<String, @Nullable Object> call = stored.getOrDefault(EntityId.toHex(entity.parentId()), Map.of());
        for (String copied : List.of("error", "fault", "throttle", "http", "aws")) {
            if (call.get(copied) != null) {
                document.put(copied, call.get(copied));
            }
        }
        if (entity.origin() != null) {
            document.put("origin", entity.origin());
        }
        if (QueueTime.isSend(entity)) {
            document.put("subsegments", List.of(QueueTime.subsegment(entity)));
        }
        return document;
    }
}
