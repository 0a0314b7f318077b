package com.anycompany.xray.local.junit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A segment or subsegment.
 *
 * @param parentId 16 hexadecimal digits, or empty for a root and for subsegments
 * @param namespace {@code aws}, {@code remote} or empty
 * @param status of the HTTP response, or 0
 * @param seconds how long it took; 0 while in progress
 * @param exceptions each as {@code type: message}
 */
public record Segment(
        String id,
        String parentId,
        String name,
        String namespace,
        boolean inferred,
        boolean inProgress,
        boolean fault,
        boolean error,
        boolean throttle,
        int status,
        double seconds,
        Map<?, ?> annotations,
        List<String> exceptions,
        List<Segment> subsegments,
        Map<?, ?> document) {

    static Segment of(Map<?, ?> document) {
        int status = status(document);
        double end = number(document.get("end_time"));
        return new Segment(
                text(document.get("id")),
                text(document.get("parent_id")),
                text(document.get("name")),
                text(document.get("namespace")),
                flag(document, "inferred"),
                flag(document, "in_progress"),
                flag(document, "fault") || status >= 500,
                flag(document, "error") || status >= 400 && status < 500,
                flag(document, "throttle") || status == 429,
                status,
                end == 0 ? 0 : end - number(document.get("start_time")),
                map(document, "annotations"),
                ApiClient.list(map(document, "cause"), "exceptions").stream()
                        .map(each -> each.get("type") + ": " + each.get("message"))
                        .toList(),
                ApiClient.list(document, "subsegments").stream()
                        .map(Segment::of)
                        .toList(),
                document);
    }

    private static int status(Map<?, ?> document) {
        return (int) number(map(map(document, "http"), "response").get("status"));
    }

    private static Map<?, ?> map(Map<?, ?> owner, String name) {
        return owner.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static boolean flag(Map<?, ?> document, String name) {
        return Boolean.TRUE.equals(document.get(name));
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    Stream<Segment> withDescendants() {
        return Stream.concat(Stream.of(this), subsegments.stream().flatMap(Segment::withDescendants));
    }

    /** Name and what is remarkable: {@code back [remote] 503 FAULT {tenant=acme} !IOException: broken}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(name);
        if (!namespace.isEmpty()) {
            line.append(" [").append(namespace).append(']');
        }
        line.append(status == 0 ? "" : " " + status)
                .append(inferred ? " inferred" : "")
                .append(inProgress ? " IN PROGRESS" : "")
                .append(throttle ? " THROTTLE" : fault ? " FAULT" : error ? " ERROR" : "")
                .append(annotations.isEmpty() ? "" : " " + annotations);
        exceptions.forEach(exception -> line.append(" !").append(exception));
        return line.toString();
    }

    String tree(String indent) {
        StringBuilder tree = new StringBuilder(indent).append(this);
        subsegments.forEach(child -> tree.append(child.tree(indent + "  ")));
        return tree.toString();
    }
}
