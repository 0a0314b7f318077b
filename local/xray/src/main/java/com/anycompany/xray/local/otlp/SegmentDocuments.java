package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes spans down as segment documents.
 *
 * <p>A span that enters its process is a segment, named after its service; every other one is an independent subsegment,
 * which is folded into its parent on reading. So
 *
 * <pre>
 * a1 SERVER GET /          (frontend)         segment frontend a1
 * a2 CLIENT GET  parent a1 (frontend)         subsegment a2 of a1, remote, named after the called host
 * b1 SERVER GET  parent a2 (catalogservice)   segment catalogservice b1, called by a2
 * </pre>
 *
 * <p>A call that nothing has called, such as a script's only request, becomes both: a segment for the program, and the
 * subsegment within it.
 */
public final class SegmentDocuments {

    private SegmentDocuments() {}

    /** The documents of one span, in JSON: one, or two for a call without a parent. */
    public static List<String> of(Span span) {
        if (span.entersProcess() && isCall(span)) {
            String program = Ids.derived(span.id(), 0);
            return List.of(json(program(span, program)), json(subsegment(span, program)));
        }
        return List.of(json(span.entersProcess() ? segment(span) : subsegment(span, span.parentId())));
    }

    private static boolean isCall(Span span) {
        return span.kind() == Span.Kind.CLIENT || span.kind() == Span.Kind.PRODUCER;
    }

    private static Block segment(Span span) {
        Attributes attributes = new Attributes(span.attributes());
        Attributes resource = new Attributes(span.resource());
        Block document = frame(span, Names.service(span, attributes, resource))
                .put("parent_id", span.hasParent() ? span.parentId() : null);
        HttpBlock http = HttpBlock.of(attributes);
        runtime(document, attributes, resource);
        finish(document, span, http, attributes);
        return document.put("metadata", metadata(span, attributes, resource));
    }

    /** Stands for the program that a lone call was made by. */
    private static Block program(Span span, String id) {
        Attributes attributes = new Attributes(span.attributes());
        Attributes resource = new Attributes(span.resource());
        Block document = frame(span, Names.service(span, attributes, resource))
                .put("id", id)
                .put("parent_id", span.hasParent() ? span.parentId() : null);
        runtime(document, attributes, resource);
        return document.put("metadata", new Block().put("default", resourceMetadata(resource)));
    }

    private static void runtime(Block document, Attributes attributes, Attributes resource) {
        document.put("origin", AwsBlock.origin(resource))
                .put("resource_arn", resource.text("cloud.resource_id", "faas.id"))
                .put("service", new Block().put("version", resource.text("service.version")))
                .put("user", attributes.text("enduser.id", "user.id"))
                .put("aws", AwsBlock.ofResource(resource));
    }

    private static Block subsegment(Span span, String parent) {
        Attributes attributes = new Attributes(span.attributes());
        String service = isCall(span) ? AwsBlock.service(attributes) : null;
        HttpBlock http = HttpBlock.of(attributes);
        SqlBlock sql = SqlBlock.of(attributes, http.host());
        String name = isCall(span) ? Names.callee(span, attributes, service, sql, http) : span.name();
        Block document =
                frame(span, Names.clean(name)).put("type", "subsegment").put("parent_id", parent);
        if (isCall(span)) {
            document.put("namespace", service == null ? "remote" : "aws");
            document.put(
                    "aws", service == null ? null : AwsBlock.ofCall(attributes).members());
            document.put("sql", service == null ? sql.block().members() : null);
        }
        finish(document, span, http, attributes);
        return document.put("metadata", metadata(span, attributes, new Attributes(Map.of())));
    }

    private static Block frame(Span span, String name) {
        return new Block()
                .put("name", name)
                .put("id", span.id())
                .put("trace_id", Ids.trace(span.traceId()))
                .put("start_time", seconds(span.start()))
                .put("end_time", span.end() == 0 ? null : seconds(span.end()));
    }

    private static void finish(Block document, Span span, HttpBlock http, Attributes attributes) {
        boolean client = http.status() >= 400 && http.status() < 500;
        CauseBlock.addTo(document, span);
        document.put("http", http.block())
                .flag("throttle", http.status() == 429)
                .flag("error", client)
                .flag("fault", http.status() >= 500 || span.failed() && !client)
                .put("annotations", annotations(attributes))
                .put("links", links(span));
    }

    /** The attributes whose names stand in {@code aws.xray.annotations}. */
    private static Map<String, Object> annotations(Attributes attributes) {
        Map<String, Object> annotations = new LinkedHashMap<>();
        for (String key : attributes.texts("aws.xray.annotations")) {
            Object value = attributes.take(key);
            if (value != null) {
                boolean scalar = !(value instanceof List<?> || value instanceof Map<?, ?>);
                annotations.put(key.replaceAll("[^A-Za-z0-9_.]", "_"), scalar ? value : value.toString());
            }
        }
        return annotations;
    }

    private static List<Map<String, Object>> links(Span span) {
        List<Map<String, Object>> links = new ArrayList<>();
        for (Span.Link link : span.links()) {
            links.add(new Block()
                    .put("trace_id", Ids.trace(link.traceId()))
                    .put("id", link.spanId())
                    .put("attributes", link.attributes())
                    .members());
        }
        return links;
    }

    private static Block metadata(Span span, Attributes attributes, Attributes resource) {
        Map<String, Object> rest = attributes.rest();
        rest.putAll(resourceMetadata(resource));
        List<Map<String, Object>> events = new ArrayList<>();
        for (Span.Event event : span.events()) {
            if (!event.name().equals("exception")) {
                events.add(new Block()
                        .put("name", event.name())
                        .put("time", seconds(event.time()))
                        .put("attributes", event.attributes())
                        .members());
            }
        }
        Block otel = new Block()
                .put("span_name", span.name())
                .put("kind", span.kind().name())
                .put("scope", span.scope())
                .put("events", events);
        return new Block().put("default", rest).put("otel", otel);
    }

    private static Map<String, Object> resourceMetadata(Attributes resource) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        resource.rest().forEach((name, value) -> metadata.put("otel.resource." + name, value));
        return metadata;
    }

    private static BigDecimal seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros();
    }

    private static String json(Block document) {
        return new String(Json.bytes(document.members()), StandardCharsets.UTF_8);
    }
}
