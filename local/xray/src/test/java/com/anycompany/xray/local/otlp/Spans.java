package com.anycompany.xray.local.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.parse.JacksonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Spans with attributes, and what becomes of them. */
final class Spans {

    private static final long START = 1_480_615_200_123_456_789L;

    private Spans() {}

    static Span span(Span.Kind kind, String parent, Map<String, Object> attributes) {
        return span(kind, parent, "op", attributes, Map.of("service.name", "probe"), List.of());
    }

    static Span span(
            Span.Kind kind,
            String parent,
            String name,
            Map<String, Object> attributes,
            Map<String, Object> resource,
            List<Span.Event> events) {
        return new Span(
                "58406520a006649127e371903a2de979",
                "00f067aa0ba902b7",
                parent,
                name,
                kind,
                START,
                START + 2_000_000,
                0,
                attributes,
                events,
                List.of(),
                false,
                "",
                resource,
                new Span.Scope("io.test", "1.0", Map.of()));
    }

    static Span.Event event(String name, Map<String, Object> attributes) {
        return new Span.Event(name, START, attributes);
    }

    static Map<?, ?> server(Map<String, Object> attributes) {
        return document(span(Span.Kind.SERVER, "", attributes));
    }

    static Map<?, ?> client(Map<String, Object> attributes) {
        return document(span(Span.Kind.CLIENT, "53995c3f42cd8ad8", attributes));
    }

    /** A span's only document, which X-Ray would take. */
    static Map<?, ?> document(Span span) {
        List<String> documents = SpanConverter.toDocuments(span);
        assertThat(documents).hasSize(1);
        byte[] bytes = documents.get(0).getBytes(StandardCharsets.UTF_8);
        try {
            new JacksonParser().validate(bytes, 0, bytes.length);
        } catch (Exception e) {
            throw new AssertionError(documents.get(0), e);
        }
        return (Map<?, ?>) Json.read(bytes);
    }

    /** The value at a path of names; null if there is none. */
    static Object at(Map<?, ?> document, String path) {
        Object value = document;
        for (String name : path.split("/", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }
}
