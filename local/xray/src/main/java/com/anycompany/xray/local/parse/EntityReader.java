package com.anycompany.xray.local.parse;

import com.anycompany.xray.local.json.Tokens;
import com.anycompany.xray.local.segment.Aws;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.Http;
import com.anycompany.xray.local.segment.Link;
import com.anycompany.xray.local.segment.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Collects the fields of one entity from the token stream, checking their JSON types only; without details if it is only to be judged. */
public final class EntityReader {

    private final Tokens json;
    private final boolean top;
    private final boolean details;

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
    boolean traced;
    private Map<String, Object> annotations = Map.of();
    private @Nullable CauseReader cause;
    private List<Link> links = List.of();
    List<EntityReader> subsegments = List.of();

    public EntityReader(Tokens json, boolean top, boolean details) {
        this.json = json;
        this.top = top;
        this.details = details;
    }

    /** Reads up to the closing brace of the object that the parser stands in. */
    public void read() throws InvalidDocument {
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
            case "name" -> name = symbol(field, value);
            case "trace_id" -> traceId = string(field, value);
            case "type" -> type = symbol(field, value);
            case "start_time" -> start = seconds(field, value);
            case "end_time" -> end = seconds(field, value);
            case "in_progress" -> inProgress = flag(field, value);
            case "error" -> error = flag(field, value);
            case "throttle" -> throttle = flag(field, value);
            case "fault" -> fault = flag(field, value);
            case "subsegments" -> readSubsegments(value);
            case "namespace", "origin", "resource_arn", "user" -> {
                expectString(field, value);
                readDetail(field, value);
            }
            default -> readDetail(field, value);
        }
    }

    /** Nothing in here can make a document invalid. */
    private void readDetail(String field, JsonToken value) {
        switch (details ? field : "") {
            case "namespace" -> namespace = json.symbol();
            case "origin" -> origin = json.symbol();
            case "resource_arn" -> resourceArn = json.symbol();
            case "user" -> user = json.text();
            case "http" -> http = HttpReader.read(json, value);
            case "aws" -> aws = AwsReader.read(json, value);
            case "sql" -> {
                sql = true;
                json.skipChildren();
            }
            case "annotations" -> annotations = Annotations.read(json, value);
            case "cause" -> cause = CauseReader.read(json, value);
            case "links" -> links = LinkReader.read(json, value);
            case "traced" -> {
                traced = value == JsonToken.VALUE_TRUE;
                json.skipChildren();
            }
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
            EntityReader child = new EntityReader(json, false, details);
            child.read();
            subsegments.add(child);
        }
    }

    /** The entity, if it has been found valid. */
    public Entity build() {
        return new Entity(
                EntityId.parse(Objects.requireNonNull(id)),
                top && parentId != null ? EntityId.parse(parentId) : 0,
                Objects.requireNonNull(name),
                micros(start),
                inProgress ? Entity.IN_PROGRESS : micros(end),
                Outcome.of(throttle, fault, error, http == null ? 0 : http.status()),
                namespace,
                origin,
                resourceArn,
                user,
                http,
                aws,
                sql,
                annotations,
                cause == null ? List.of() : cause.exceptions(),
                cause == null ? 0 : cause.reference(),
                links,
                traced || http != null && http.traced(),
                children());
    }

    private List<Entity> children() {
        if (subsegments.isEmpty()) {
            return List.of();
        }
        List<Entity> children = new ArrayList<>(subsegments.size());
        for (EntityReader reader : subsegments) {
            children.add(reader.build());
        }
        return children;
    }

    public static long micros(double seconds) {
        return Math.round(seconds * 1e6);
    }

    /** Whether it may be a time in seconds since the epoch. */
    public static boolean isTime(double seconds) {
        return seconds >= 0 && seconds < 1e11;
    }

    public boolean isTop() {
        return top;
    }

    private String string(String field, JsonToken value) throws InvalidDocument {
        expectString(field, value);
        return json.text();
    }

    private String symbol(String field, JsonToken value) throws InvalidDocument {
        expectString(field, value);
        return json.symbol();
    }

    private static void expectString(String field, JsonToken value) throws InvalidDocument {
        if (value != JsonToken.VALUE_STRING) {
            throw InvalidDocument.unreadable(field + " is not a string");
        }
    }

    private double seconds(String field, JsonToken value) throws InvalidDocument {
        if (!value.isNumeric()) {
            throw InvalidDocument.unreadable(field + " is not a number of seconds since the epoch");
        }
        double seconds = json.number();
        if (!isTime(seconds)) {
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
