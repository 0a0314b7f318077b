package com.anycompany.xray.local.document;

import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.Http;
import com.anycompany.xray.local.segment.Outcome;
import com.anycompany.xray.local.segment.Thrown;
import com.anycompany.xray.local.store.TraceSnapshot;
import com.anycompany.xray.local.trace.AssembledTrace;
import com.anycompany.xray.local.trace.EntityNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conversion of a trace to OpenTelemetry spans, one per segment and subsegment; inferred segments are omitted.
 *
 * <p>A segment is a span of kind {@code SERVER}, a call one of kind {@code CLIENT}, other subsegments are
 * {@code INTERNAL}. Names of attributes are those of OpenTelemetry's semantic conventions.
 */
public final class OtelSpans {

    private OtelSpans() {}

    public static Output of(TraceSnapshot reading) {
        AssembledTrace trace = reading.assemble();
        String traceId = reading.id().toString().replace("-", "").substring(1);
        List<EntityNode> nodes = trace.entities().stream()
                .sorted(Comparator.comparingLong(node -> node.entity().start()))
                .toList();
        return new Output()
                .put("Id", reading.id().toString())
                .put("Duration", TraceDocuments.duration(trace))
                .put(
                        "Spans",
                        nodes,
                        node -> new Output()
                                .put("Id", EntityId.toHex(node.entity().id()))
                                .put("Document", new String(Json.bytes(span(node, traceId)), StandardCharsets.UTF_8)));
    }

    private static Map<String, @Nullable Object> span(EntityNode node, String traceId) {
        Entity entity = node.entity();
        Map<String, @Nullable Object> span = new LinkedHashMap<>();
        span.put("traceId", traceId);
        span.put("spanId", EntityId.toHex(entity.id()));
        String parent = parent(node);
        if (parent != null) {
            span.put("parentSpanId", parent);
        }
        span.put("name", entity.name());
        span.put("kind", node.parent() == null ? "SERVER" : entity.isCall() ? "CLIENT" : "INTERNAL");
        span.put("startTimeUnixNano", entity.start() * 1000);
        if (!entity.inProgress()) {
            span.put("endTimeUnixNano", entity.end() * 1000);
            span.put("durationNano", entity.micros() * 1000);
        }
        span.put(
                "resource",
                Map.of(
                        "attributes",
                        Map.of("service.name", node.segment().entity().name())));
        span.put("attributes", attributes(entity));
        span.put("status", Map.of("code", entity.outcome() == Outcome.FAULT ? "ERROR" : "UNSET"));
        if (!entity.exceptions().isEmpty()) {
            span.put(
                    "events",
                    entity.exceptions().stream()
                            .map(thrown -> event(thrown, entity))
                            .toList());
        }
        return span;
    }

    private static @Nullable String parent(EntityNode node) {
        EntityNode parent = node.parent();
        if (parent != null) {
            return EntityId.toHex(parent.entity().id());
        }
        return node.entity().parentId() == 0
                ? null
                : EntityId.toHex(node.entity().parentId());
    }

    private static Map<String, @Nullable Object> attributes(Entity entity) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>(entity.annotations());
        Http http = entity.http();
        if (http != null) {
            put(attributes, "http.request.method", http.method());
            put(attributes, "url.full", http.url());
            put(attributes, "user_agent.original", http.userAgent());
            put(attributes, "client.address", http.clientIp());
            put(attributes, "http.response.status_code", http.status() == 0 ? null : (Integer) http.status());
        }
        put(attributes, "enduser.id", entity.user());
        return attributes;
    }

    private static void put(Map<String, @Nullable Object> attributes, String name, @Nullable Object value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    private static Map<String, @Nullable Object> event(Thrown thrown, Entity entity) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        put(attributes, "exception.type", thrown.type());
        put(attributes, "exception.message", thrown.message());
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("name", "exception");
        event.put("timeUnixNano", Math.max(entity.start(), entity.end()) * 1000);
        event.put("attributes", attributes);
        return event;
    }
}
