package com.anycompany.xray.local;

import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.parse.InvalidDocument;
import com.anycompany.xray.local.parse.JacksonParser;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.segment.SegmentDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Segment documents, written down readably: {@code segment("front").took(2).with(remote("back").status(503))}. */
public final class Doc {

    private static final JacksonParser PARSER = new JacksonParser();

    public static final String TRACE = "1-58406520-a006649127e371903a2de979";
    public static final double EPOCH = 1_480_615_200;
    private static final AtomicLong NEXT_ID = new AtomicLong(0x53995c3f42cd8ad8L);

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<Doc> children = new ArrayList<>();
    private double start = EPOCH;
    private double took = 0.1;
    private boolean top;

    private Doc(String name) {
        fields.put("name", name);
        fields.put("id", EntityId.toHex(NEXT_ID.incrementAndGet()));
    }

    public static Doc segment(String name) {
        Doc doc = new Doc(name);
        doc.top = true;
        return doc.put("trace_id", TRACE);
    }

    public static Doc local(String name) {
        return new Doc(name);
    }

    public static Doc remote(String name) {
        return new Doc(name).put("namespace", "remote");
    }

    public static Doc aws(String name, String operation, String field, String value) {
        return new Doc(name).put("namespace", "aws").put("aws", Map.of("operation", operation, field, value));
    }

    public static Doc table(String name) {
        return aws("DynamoDb", "GetItem", "table_name", name);
    }

    public Doc put(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    public Doc without(String field) {
        fields.remove(field);
        if (field.equals("end_time")) {
            took = Double.NaN;
        }
        if (field.equals("start_time")) {
            start = Double.NaN;
        }
        return this;
    }

    public Doc trace(String id) {
        return put("trace_id", id);
    }

    /** Seconds after the epoch of all documents. */
    public Doc at(double seconds) {
        start = EPOCH + seconds;
        return this;
    }

    public Doc took(double seconds) {
        took = seconds;
        return this;
    }

    public Doc inProgress() {
        took = Double.NaN;
        return put("in_progress", true);
    }

    public Doc status(int status) {
        return put("http", Map.of("response", Map.of("status", status)));
    }

    public Doc exception(String type, String message) {
        return put(
                "cause",
                Map.of("exceptions", List.of(Map.of("id", "0123456789abcdef", "type", type, "message", message))));
    }

    public Doc with(Doc... subsegments) {
        children.addAll(List.of(subsegments));
        return this;
    }

    public Doc calledBy(Doc caller) {
        return put("parent_id", caller.id());
    }

    /** The same as a document of its own. */
    public Doc independent(Doc parent) {
        top = true;
        return put("type", "subsegment").put("trace_id", TRACE).put("parent_id", parent.id());
    }

    public String id() {
        return (String) fields.get("id");
    }

    public String json() {
        return new String(Json.bytes(tree()), StandardCharsets.UTF_8);
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>(fields);
        if (!Double.isNaN(start)) {
            tree.put("start_time", start);
        }
        if (!Double.isNaN(took)) {
            tree.put("end_time", (Double.isNaN(start) ? EPOCH : start) + took);
        }
        if (!children.isEmpty()) {
            tree.put("subsegments", children.stream().map(Doc::tree).toList());
        }
        return tree;
    }

    public SegmentDocument parse() {
        try {
            byte[] json = json().getBytes(StandardCharsets.UTF_8);
            return PARSER.validate(json, 0, json.length);
        } catch (InvalidDocument e) {
            throw new AssertionError(e.code() + ": " + e.getMessage(), e);
        }
    }

    public ParsedDocument part() {
        return part(0);
    }

    public ParsedDocument part(long receivedMillis) {
        byte[] json = parse().content().json();
        return PARSER.parse(json, 0, json.length, receivedMillis);
    }

    public Entity entity() {
        return part().entity();
    }
}
