package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.json.JsonProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads the spans of an export: {@code {"resourceSpans": [{"resource": …, "scopeSpans": [{"scope": …, "spans":
 * […]}]}]}}. A field that isn't known is skipped, as OTLP demands; one of the wrong type makes the export invalid.
 */
public final class SpanReader {

    private static final int ERROR = 2;

    private SpanReader() {}

    public static List<Span> readProtobuf(byte[] body) throws InvalidExport {
        return spans(ProtobufTree.read(body));
    }

    public static List<Span> readJson(byte[] body) throws InvalidExport {
        try {
            if (Json.read(body) instanceof Map<?, ?> export) {
                return spans(export);
            }
            throw new InvalidExport("the body is not a JSON object");
        } catch (JacksonException e) {
            throw new InvalidExport("the body is not JSON: " + JsonProblem.describe(e));
        }
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

    private static Span.Scope scope(Map<?, ?> tree) throws InvalidExport {
        return new Span.Scope(text(tree, "name"), text(tree, "version"), attributes(tree));
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

    private static Map<String, Object> attributes(Map<?, ?> owner) throws InvalidExport {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Map<?, ?> attribute : objects(owner, "attributes")) {
            Object value = anyValue(object(attribute, "value"));
            if (value != null) {
                attributes.put(text(attribute, "key"), value);
            }
        }
        return attributes;
    }

    private static @Nullable Object anyValue(Map<?, ?> value) throws InvalidExport {
        for (Map.Entry<?, ?> member : value.entrySet()) {
            String kind = String.valueOf(member.getKey());
            switch (kind) {
                case "stringValue", "bytesValue" -> {
                    return text(value, kind);
                }
                case "boolValue" -> {
                    return Boolean.TRUE.equals(member.getValue());
                }
                case "intValue" -> {
                    return number(value, kind);
                }
                case "doubleValue" -> {
                    return real(member.getValue());
                }
                case "arrayValue" -> {
                    return array(object(value, kind));
                }
                case "kvlistValue" -> {
                    return keyValues(object(value, kind));
                }
                default -> {}
            }
        }
        return null;
    }

    /** JSON has no number for what isn't one: OTLP writes {@code "NaN"}, {@code "Infinity"}. Neither has X-Ray. */
    private static Object real(@Nullable Object value) {
        if (value instanceof Number number) {
            double real = number.doubleValue();
            return Double.isFinite(real) ? (Object) real : Double.toString(real);
        }
        return String.valueOf(value);
    }

    private static List<Object> array(Map<?, ?> array) throws InvalidExport {
        List<Object> values = new ArrayList<>();
        for (Map<?, ?> element : objects(array, "values")) {
            Object value = anyValue(element);
            values.add(value == null ? "" : value);
        }
        return values;
    }

    private static Map<String, Object> keyValues(Map<?, ?> list) throws InvalidExport {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map<?, ?> entry : objects(list, "values")) {
            Object value = anyValue(object(entry, "value"));
            values.put(text(entry, "key"), value == null ? "" : value);
        }
        return values;
    }

    private static Map<?, ?> object(Map<?, ?> owner, String name) throws InvalidExport {
        Object value = owner.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw new InvalidExport(name + " is not an object");
    }

    private static List<Map<?, ?>> objects(Map<?, ?> owner, String name) throws InvalidExport {
        Object value = owner.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new InvalidExport(name + " is not an array");
        }
        List<Map<?, ?>> objects = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> object)) {
                throw new InvalidExport("an element of " + name + " is not an object");
            }
            objects.add(object);
        }
        return objects;
    }

    private static String text(Map<?, ?> owner, String name) throws InvalidExport {
        Object value = owner.get(name);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        throw new InvalidExport(name + " is not a string");
    }

    private static String id(Map<?, ?> owner, String name) throws InvalidExport {
        return text(owner, name).toLowerCase(Locale.ROOT);
    }

    /** 64-bit numbers are strings in OTLP's JSON, but plain numbers are common. */
    private static long number(Map<?, ?> owner, String name) throws InvalidExport {
        Object value = owner.get(name);
        if (value == null) {
            return 0;
        }
        if (value instanceof Long number) {
            return number;
        }
        try {
            if (value instanceof String || value instanceof Number) {
                return new BigDecimal(value.toString()).longValueExact();
            }
        } catch (NumberFormatException e) {
            throw new InvalidExport(name + " is not a number: " + shortened(value));
        } catch (ArithmeticException e) {
            throw new InvalidExport(name + " is not a whole number of 64 bits: " + shortened(value));
        }
        throw new InvalidExport(name + " is not a number");
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
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
