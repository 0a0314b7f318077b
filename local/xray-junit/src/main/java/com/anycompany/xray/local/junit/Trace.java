package com.anycompany.xray.local.junit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A trace as X-Ray tells it: reported segments, each with its subsegments, and inferred ones. */
public record Trace(String id, List<Segment> segments) {

    static Trace of(Map<?, ?> answer) {
        List<Segment> segments = ApiClient.list(answer, "Segments").stream()
                .map(each -> Segment.of(ApiClient.document(String.valueOf(each.get("Document")))))
                .toList();
        return new Trace(String.valueOf(answer.get("Id")), segments);
    }

    /** All segments and subsegments, at any depth. */
    public Stream<Segment> entities() {
        return segments.stream().flatMap(Segment::withDescendants);
    }

    /** An indented tree, as failures show it. */
    @Override
    public String toString() {
        return "trace " + id
                + segments.stream().map(segment -> segment.tree("\n  ")).collect(Collectors.joining());
    }
}
