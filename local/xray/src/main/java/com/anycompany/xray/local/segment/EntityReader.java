package com.anycompany.xray.local.segment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Collects the fields of one entity from the token stream, checking their JSON types only. */
final class EntityReader {

    private final JsonParser json;
    private final boolean top;

    @Nullable
    String id;

    @Nullable
    String parentId;

    @Nullable
    String name;

    @Nullable
    String traceId;

    @Nullable
    String type;

    @Nullable
    String namespace;

    @Nullable
    String origin;

    @Nullable
    String resourceArn;

    @Nullable
    String user;

    @Nullable
    Http http;

    @Nullable
    Aws aws;

    double start = Double.NaN;
    double end = Double.NaN;
    boolean inProgress;
    boolean error;
    boolean throttle;
    boolean fault;
    boolean sql;
    final Annotations annotations = new Annotations();
    final CauseReader cause = new CauseReader();
    List<EntityReader> subsegments = List.of();

    EntityReader(JsonParser json, boolean top) {
        this.json = json;
        this.top = top;
    }

    /** Reads up to the closing brace of the object that the parser stands in. */
    void read() throws InvalidDocument {
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            JsonToken value = json.nextToken();
            if (value != JsonToken.VALUE_NULL) {
                read(field, value);
            }
        }
    }

    private void read(String field, JsonToken value) throws InvalidDocument {
        switch (field) {
            case "id" -> id = string(field, value);
            case "parent_id" -> parentId = string(field, value);
            case "name" -> name = string(field, value);
            case "trace_id" -> traceId = string(field, value);
            case "type" -> type = string(field, value);
            case "namespace" -> namespace = string(field, value);
            case "origin" -> origin = string(field, value);
            case "resource_arn" -> resourceArn = string(field, value);
            case "user" -> user = string(field, value);
            case "start_time" -> start = seconds(field, value);
            case "end_time" -> end = seconds(field, value);
            case "in_progress" -> inProgress = flag(field, value);
            case "error" -> error = flag(field, value);
            case "throttle" -> throttle = flag(field, value);
            case "fault" -> fault = flag(field, value);
            case "http" -> http = HttpReader.read(json, value);
            case "aws" -> aws = AwsReader.read(json, value);
            case "sql" -> {
                sql = true;
                json.skipChildren();
            }
            case "annotations" -> annotations.read(json, value);
            case "cause" -> cause.read(json, value);
            case "subsegments" -> readSubsegments(value);
            default -> json.skipChildren();
        }
    }

    private void readSubsegments(JsonToken value) throws InvalidDocument {
        if (value != JsonToken.START_ARRAY) {
            throw InvalidDocument.unreadable("subsegments is not an array");
        }
        subsegments = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw InvalidDocument.unreadable("an element of subsegments is not an object");
            }
            EntityReader child = new EntityReader(json, false);
            child.read();
            subsegments.add(child);
        }
    }

    boolean isTop() {
        return top;
    }

    private String string(String field, JsonToken value) throws InvalidDocument {
        if (value != JsonToken.VALUE_STRING) {
            throw InvalidDocument.unreadable(field + " is not a string");
        }
        return json.getString();
    }

    private double seconds(String field, JsonToken value) throws InvalidDocument {
        if (!value.isNumeric()) {
            throw InvalidDocument.unreadable(field + " is not a number of seconds since the epoch");
        }
        double seconds = json.getDoubleValue();
        if (!(seconds >= 0 && seconds < 1e11)) {
            throw InvalidDocument.unreadable(field + " is out of range; give seconds, not milliseconds");
        }
        return seconds;
    }

    private static boolean flag(String field, JsonToken value) throws InvalidDocument {
        if (!value.isBoolean()) {
            throw InvalidDocument.unreadable(field + " is not true or false");
        }
        return value == JsonToken.VALUE_TRUE;
    }
}
