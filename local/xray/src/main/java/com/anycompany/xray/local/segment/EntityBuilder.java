package com.anycompany.xray.local.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Entity builder: collects the fields of one entity, from JSON, from a template's variables, or for an inferred
 * segment. Without an end, an entity is in progress.
 */
public final class EntityBuilder {

    private static final int MAX_LINKS = 20;

    private long id;
    private long parentId;
    private @Nullable String name;
    private long start;
    private long end;
    private boolean inProgress;
    private boolean error;
    private boolean throttle;
    private boolean fault;
    private @Nullable String namespace;
    private @Nullable String origin;
    private @Nullable String resourceArn;
    private @Nullable String user;
    private @Nullable Http http;
    private @Nullable Aws aws;
    private boolean sql;
    private Map<String, Object> annotations = Map.of();
    private List<Thrown> exceptions = List.of();
    private long causeId;
    private List<Link> links = List.of();
    private boolean traced;

    /** What is changed of the objects above; they are made from it in the end. */
    private Http.@Nullable Builder httpFields;

    private Aws.@Nullable Builder awsFields;
    private @Nullable List<Thrown.Builder> exceptionFields;
    private @Nullable List<Link.Builder> linkFields;

    /** Whether the annotations are a map of this builder's own. */
    private boolean ownAnnotations;

    public EntityBuilder() {}

    /** Begins with the fields of another one, and shares what isn't changed. */
    public EntityBuilder(EntityBuilder first) {
        id = first.id;
        parentId = first.parentId;
        name = first.name;
        start = first.start;
        end = first.end;
        inProgress = first.inProgress;
        error = first.error;
        throttle = first.throttle;
        fault = first.fault;
        namespace = first.namespace;
        origin = first.origin;
        resourceArn = first.resourceArn;
        user = first.user;
        http = first.builtHttp();
        aws = first.builtAws();
        sql = first.sql;
        annotations = first.annotations;
        exceptions = first.builtExceptions();
        causeId = first.causeId;
        links = first.builtLinks();
        traced = first.traced;
    }

    public EntityBuilder id(long value) {
        id = value;
        return this;
    }

    public EntityBuilder parentId(long value) {
        parentId = value;
        return this;
    }

    public EntityBuilder name(String value) {
        name = value;
        return this;
    }

    public EntityBuilder start(long micros) {
        start = micros;
        return this;
    }

    public EntityBuilder end(long micros) {
        end = micros;
        return this;
    }

    public EntityBuilder inProgress(boolean value) {
        inProgress = value;
        return this;
    }

    void error(boolean value) {
        error = value;
    }

    void throttle(boolean value) {
        throttle = value;
    }

    void fault(boolean value) {
        fault = value;
    }

    public EntityBuilder outcome(Outcome value) {
        throttle = value == Outcome.THROTTLE;
        fault = value == Outcome.FAULT;
        error = value == Outcome.ERROR;
        return this;
    }

    void namespace(String value) {
        namespace = value;
    }

    public EntityBuilder origin(@Nullable String value) {
        origin = value;
        return this;
    }

    void resourceArn(String value) {
        resourceArn = value;
    }

    void user(String value) {
        user = value;
    }

    public EntityBuilder http(@Nullable Http value) {
        http = value;
        httpFields = null;
        return this;
    }

    /** A new {@code http} block begins, or there is none. */
    void beginHttp(boolean present) {
        http = null;
        httpFields = present ? new Http.Builder(null) : null;
    }

    Http.Builder http() {
        if (httpFields == null) {
            httpFields = new Http.Builder(http);
        }
        return httpFields;
    }

    public EntityBuilder aws(@Nullable Aws value) {
        aws = value;
        awsFields = null;
        return this;
    }

    /** A new {@code aws} block begins, or there is none. */
    void beginAws(boolean present) {
        aws = null;
        awsFields = present ? new Aws.Builder(null) : null;
    }

    Aws.Builder aws() {
        if (awsFields == null) {
            awsFields = new Aws.Builder(aws);
        }
        return awsFields;
    }

    public EntityBuilder sql(boolean value) {
        sql = value;
        return this;
    }

    /** New annotations begin, or there are none. */
    void beginAnnotations(boolean present) {
        annotations = present ? new LinkedHashMap<>() : Map.of();
        ownAnnotations = present;
    }

    void annotation(String key, Object value) {
        if (!ownAnnotations) {
            annotations = new LinkedHashMap<>(annotations);
            ownAnnotations = true;
        }
        annotations.put(key, value);
    }

    /** A new {@code cause} begins. @param reference as in {@link #causeId}, or 0 */
    void beginCause(long reference) {
        causeId(reference);
        beginExceptions();
    }

    /** The id of an exception elsewhere in the trace, or of the entity that declares it. */
    void causeId(long reference) {
        causeId = reference;
    }

    void beginExceptions() {
        exceptions = List.of();
        exceptionFields = null;
    }

    void addException() {
        if (exceptionFields == null) {
            exceptionFields = new ArrayList<>();
        }
        exceptionFields.add(new Thrown.Builder());
    }

    /** The exception that was added last. */
    Thrown.Builder exception() {
        return last(exceptionFields);
    }

    void beginLinks() {
        links = List.of();
        linkFields = null;
    }

    void addLink() {
        if (linkFields == null) {
            linkFields = new ArrayList<>();
        }
        linkFields.add(new Link.Builder());
    }

    /** The link that was added last. */
    Link.Builder link() {
        return last(linkFields);
    }

    private static <T> T last(@Nullable List<T> fields) {
        return Objects.requireNonNull(fields).get(fields.size() - 1);
    }

    void traced(boolean value) {
        traced = value;
    }

    /** The entity, with the subsegments that it encloses. */
    public Entity build(List<Entity> subsegments) {
        Http builtHttp = builtHttp();
        return new Entity(
                id,
                parentId,
                Objects.requireNonNull(name),
                start,
                inProgress ? Entity.IN_PROGRESS : end,
                Outcome.of(throttle, fault, error, builtHttp == null ? 0 : builtHttp.status()),
                namespace,
                nullIfEmpty(origin),
                resourceArn,
                nullIfEmpty(user),
                builtHttp,
                builtAws(),
                sql,
                annotations,
                builtExceptions(),
                causeId,
                builtLinks(),
                traced || builtHttp != null && builtHttp.traced(),
                subsegments);
    }

    /** An empty text names nothing. */
    private static @Nullable String nullIfEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private @Nullable Http builtHttp() {
        return httpFields == null ? http : httpFields.build();
    }

    private @Nullable Aws builtAws() {
        return awsFields == null ? aws : awsFields.build();
    }

    private List<Thrown> builtExceptions() {
        return exceptionFields == null
                ? exceptions
                : exceptionFields.stream().map(Thrown.Builder::build).toList();
    }

    /** A link that names nothing, or is too much, stays in the document alone. */
    private List<Link> builtLinks() {
        if (linkFields == null) {
            return links;
        }
        List<Link> valid = new ArrayList<>();
        for (Link.Builder each : linkFields) {
            Link link = each.build();
            if (link != null && valid.size() < MAX_LINKS) {
                valid.add(link);
            }
        }
        return valid;
    }
}
