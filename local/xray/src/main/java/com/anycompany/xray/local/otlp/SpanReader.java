package com.anycompany.xray.local.otlp;

import static com.anycompany.xray.local.otlp.ExportTree.attributes;
import static com.anycompany.xray.local.otlp.ExportTree.id;
import static com.anycompany.xray.local.otlp.ExportTree.number;
import static com.anycompany.xray.local.otlp.ExportTree.object;
import static com.anycompany.xray.local.otlp.ExportTree.objects;
import static com.anycompany.xray.local.otlp.ExportTree.scope;
import static com.anycompany.xray.local.otlp.ExportTree.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the spans of an export: {@code {"resourceSpans": [{"resource": …, "scopeSpans": [{"scope": …, "spans":
 * […]}]}]}}. A field that isn't known is skipped, as OTLP demands; one of the wrong type makes the export invalid.
 */
public final class SpanReader {

    private static final int ERROR = 2;

    private SpanReader() {}

    public static List<Span> readProtobuf(byte[] body) throws InvalidExport {
        return spans(ProtobufTree.readTraces(body));
    }

    public static List<Span> readJson(byte[] body) throws InvalidExport {
        return spans(ExportTree.readJson(body));
    }

    private static List<Span> spans(Map<?, ?> export) throws InvalidExport {
        List<Span> spans = new ArrayList<>();
        for (Map<?, ?> ofResource : objects(export, "resourceSpans")) {
            Map<String, Object> resource = attributes(object(ofResource, "resource"));
            for (Map<?, ?> ofScope : objects(ofResource, "scopeSpans")) {
                Span.Scope scope = scope(object(ofScope, "scope"));
                for (Map<?, ?> span : objects(ofScope, "spans")) {
                    if (spans.size() == SpanLimits.MAX_SPANS) {
                        throw InvalidExport.tooManySpans();
                    }
                    spans.add(span(span, resource, scope));
                }
            }
        }
        return spans;
    }

    private static Span span(Map<?, ?> tree, Map<String, Object> resource, Span.Scope scope) throws InvalidExport {
        Map<?, ?> status = object(tree, "status");
        return new Span(
                id(tree, "traceId"),
                id(tree, "spanId"),
                id(tree, "parentSpanId"),
                text(tree, "name"),
                Span.Kind.of(enumeration(tree, "kind")),
                number(tree, "startTimeUnixNano"),
                number(tree, "endTimeUnixNano"),
                number(tree, "flags"),
                attributes(tree),
                events(tree),
                links(tree),
                enumeration(status, "code") == ERROR,
                text(status, "message"),
                resource,
                scope);
    }

    private static List<Span.Event> events(Map<?, ?> span) throws InvalidExport {
        List<Span.Event> events = new ArrayList<>();
        for (Map<?, ?> event : objects(span, "events")) {
            events.add(new Span.Event(text(event, "name"), number(event, "timeUnixNano"), attributes(event)));
        }
        return events;
    }

    private static List<Span.Link> links(Map<?, ?> span) throws InvalidExport {
        List<Span.Link> links = new ArrayList<>();
        for (Map<?, ?> link : objects(span, "links")) {
            links.add(new Span.Link(id(link, "traceId"), id(link, "spanId"), attributes(link)));
        }
        return links;
    }

    /** Enumerations are numbers in OTLP's JSON; the names that protobuf's own JSON has are understood too. */
    private static long enumeration(Map<?, ?> owner, String name) throws InvalidExport {
        if (owner.get(name) instanceof String text && text.startsWith("S")) {
            return text.equals("STATUS_CODE_ERROR") ? ERROR : kindNamed(text).ordinal();
        }
        return number(owner, name);
    }

    private static Span.Kind kindNamed(String text) {
        for (Span.Kind kind : Span.Kind.values()) {
            if (text.equals("SPAN_KIND_" + kind)) {
                return kind;
            }
        }
        return Span.Kind.UNSPECIFIED;
    }
}
