package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.segment.DocumentField;
import com.anycompany.xray.local.segment.EntityName;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Converts spans of OpenTelemetry to segment documents. Fields that X-Ray Local understands have their names from
 * {@link DocumentField}; the other ones are kept only.
 *
 * <p>A span that enters its process is a segment, named after its service; every other one is an independent
 * subsegment, which is folded into its parent on reading. So
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
public final class SpanConverter {

    /** Of a refused span, so many characters of a text and so many attributes are kept. */
    private static final int MAX_SHORT = 250;

    private static final int MAX_KEPT = 64;

    private static final Pattern NOT_IN_KEYS = Pattern.compile("[^A-Za-z0-9_.]");

    private static final String OF_RESOURCE = "otel.resource.";

    private SpanConverter() {}

    /** The documents of one span, in JSON: one, or two for a call without a parent. */
    public static List<String> toDocuments(Span span) {
        if (span.entersProcess() && isCall(span)) {
            String program = DerivedIds.derived(span.id(), 0);
            return List.of(json(program(span, program)), json(subsegment(span, program)));
        }
        return List.of(json(span.entersProcess() ? segment(span) : subsegment(span, span.parentId())));
    }

    /**
     * What is kept of a span that was refused, so that its children have a parent: its name, times and status, and its
     * short attributes.
     *
     * @param reason why it was refused
     */
    public static List<String> frameOfRefused(Span span, String reason) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        span.attributes().forEach((name, value) -> {
            boolean isShort = value instanceof String text ? text.length() <= MAX_SHORT : !(value instanceof Map);
            if (isShort && !(value instanceof List) && attributes.size() < MAX_KEPT && name.length() <= MAX_SHORT) {
                attributes.put(name, value);
            }
        });
        attributes.put("refused", reason);
        return toDocuments(new Span(
                span.traceId(),
                span.id(),
                span.parentId(),
                span.name(),
                span.kind(),
                span.start(),
                span.end(),
                span.flags(),
                attributes,
                List.of(),
                List.of(),
                span.failed(),
                span.statusMessage().length() <= MAX_SHORT ? span.statusMessage() : "",
                span.resource(),
                span.scope()));
    }

    private static boolean isCall(Span span) {
        return span.kind() == Span.Kind.CLIENT || span.kind() == Span.Kind.PRODUCER;
    }

    private static Block segment(Span span) {
        Attributes attributes = new Attributes(span.attributes());
        Attributes resource = new Attributes(span.resource());
        Block document = frame(span, EntityNames.service(span, attributes, resource))
                .put(DocumentField.PARENT_ID, span.hasParent() ? span.parentId() : null);
        HttpBlock http = HttpBlock.of(attributes, span.events(), true);
        runtime(document, attributes, resource);
        CauseBlock cause = CauseBlock.of(span);
        finish(document, span, http, cause, attributes, resource);
        return document.put("metadata", metadata(span, cause, attributes, resource));
    }

    /** Stands for the program that a lone call was made by. */
    private static Block program(Span span, String id) {
        Attributes attributes = new Attributes(span.attributes());
        Attributes resource = new Attributes(span.resource());
        Block document = frame(span, EntityNames.service(span, attributes, resource))
                .put(DocumentField.ID, id)
                .put(DocumentField.PARENT_ID, span.hasParent() ? span.parentId() : null);
        runtime(document, attributes, resource);
        return document.put("metadata", new Block().put("default", resourceMetadata(resource)));
    }

    private static void runtime(Block document, Attributes attributes, Attributes resource) {
        document.put(DocumentField.ORIGIN, AwsBlock.origin(resource))
                .put(DocumentField.RESOURCE_ARN, resource.text("cloud.resource_id", "faas.id"))
                .put("service", new Block().put("version", resource.text("service.version")))
                .put(DocumentField.USER, attributes.text("enduser.id", "user.id"))
                .put(DocumentField.AWS_BLOCK, AwsBlock.ofResource(resource));
    }

    private static Block subsegment(Span span, String parent) {
        Attributes attributes = new Attributes(span.attributes());
        boolean asksAws = isCall(span) || span.kind() == Span.Kind.CONSUMER;
        AwsCall aws = asksAws ? AwsCall.of(span, attributes) : null;
        boolean call = isCall(span) || aws != null;
        HttpBlock http = HttpBlock.of(attributes, span.events(), span.kind() == Span.Kind.SERVER);
        SqlBlock sql = SqlBlock.of(attributes, http.server());
        String name = call ? EntityNames.callee(span, attributes, aws, sql, http) : span.name();
        Block document = frame(span, EntityName.clean(name))
                .put(DocumentField.TYPE, "subsegment")
                .put(DocumentField.PARENT_ID, parent);
        if (aws != null) {
            document.put(DocumentField.NAMESPACE, "aws").put(DocumentField.AWS_BLOCK, aws.block());
        } else if (call) {
            document.put(DocumentField.NAMESPACE, "remote").put(DocumentField.SQL, sql.block());
        }
        CauseBlock cause = CauseBlock.of(span);
        finish(document, span, http, cause, attributes, new Attributes(span.resource()));
        return document.put("metadata", metadata(span, cause, attributes, null));
    }

    private static Block frame(Span span, String name) {
        return new Block()
                .put(DocumentField.NAME, name)
                .put(DocumentField.ID, span.id())
                .put(DocumentField.TRACE_ID, DerivedIds.trace(span.traceId()))
                .put(DocumentField.START_TIME, seconds(span.start()))
                .put(DocumentField.END_TIME, span.end() == 0 ? null : seconds(span.end()));
    }

    private static void finish(
            Block document, Span span, HttpBlock http, CauseBlock cause, Attributes attributes, Attributes resource) {
        boolean client = http.status() >= 400 && http.status() < 500;
        document.put(DocumentField.CAUSE_BLOCK, cause.block())
                .put(DocumentField.HTTP_BLOCK, http.block())
                .flag(DocumentField.THROTTLE, http.status() == 429)
                .flag(DocumentField.ERROR, client)
                .flag(DocumentField.FAULT, http.status() >= 500 || span.failed() && !client)
                .put(DocumentField.ANNOTATIONS_BLOCK, annotations(attributes, resource))
                .put(DocumentField.LINKS, links(span));
    }

    /** The attributes whose names stand in {@code aws.xray.annotations}, those of the resource behind a prefix. */
    private static Map<String, Object> annotations(Attributes attributes, Attributes resource) {
        Map<String, Object> annotations = new LinkedHashMap<>();
        for (String key : attributes.texts("aws.xray.annotations")) {
            Object own = attributes.take(key);
            Object value = own == null && key.startsWith(OF_RESOURCE)
                    ? resource.take(key.substring(OF_RESOURCE.length()))
                    : own;
            if (value != null) {
                boolean scalar = !(value instanceof List<?> || value instanceof Map<?, ?>);
                annotations.put(NOT_IN_KEYS.matcher(key).replaceAll("_"), scalar ? value : value.toString());
            }
        }
        return annotations;
    }

    private static List<Map<String, Object>> links(Span span) {
        List<Map<String, Object>> links = new ArrayList<>();
        for (Span.Link link : span.links()) {
            links.add(new Block()
                    .put(DocumentField.LINK_TRACE_ID, DerivedIds.trace(link.traceId()))
                    .put(DocumentField.LINK_ID, link.spanId())
                    .put("attributes", link.attributes())
                    .members());
        }
        return links;
    }

    /** @param resource null for a subsegment: its segment tells it */
    private static Block metadata(Span span, CauseBlock cause, Attributes attributes, @Nullable Attributes resource) {
        Map<String, Object> rest = attributes.rest();
        if (resource != null) {
            resource.rest().forEach((name, value) -> rest.put(OF_RESOURCE + name, value));
        }
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
                .put("scope", span.scope().name())
                .put("scope_version", span.scope().version())
                .put("scope_attributes", span.scope().attributes())
                .put("status_message", cause.tellsStatus() ? null : span.statusMessage())
                .put("exceptions", cause.rest())
                .put("events", events);
        return new Block().put("default", rest).put("otel", otel);
    }

    private static Map<String, Object> resourceMetadata(Attributes resource) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        resource.rest().forEach((name, value) -> metadata.put(OF_RESOURCE + name, value));
        return metadata;
    }

    private static BigDecimal seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros();
    }

    private static String json(Block document) {
        return new String(Json.bytes(document.members()), StandardCharsets.UTF_8);
    }
}
