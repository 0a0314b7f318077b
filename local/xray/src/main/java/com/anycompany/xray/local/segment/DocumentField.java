package com.anycompany.xray.local.segment;

import static com.anycompany.xray.local.segment.DocumentObject.ANNOTATIONS;
import static com.anycompany.xray.local.segment.DocumentObject.AWS;
import static com.anycompany.xray.local.segment.DocumentObject.AWS_EC2;
import static com.anycompany.xray.local.segment.DocumentObject.CAUSE;
import static com.anycompany.xray.local.segment.DocumentObject.DOCUMENT;
import static com.anycompany.xray.local.segment.DocumentObject.ENTITY;
import static com.anycompany.xray.local.segment.DocumentObject.EXCEPTION;
import static com.anycompany.xray.local.segment.DocumentObject.HTTP;
import static com.anycompany.xray.local.segment.DocumentObject.HTTP_REQUEST;
import static com.anycompany.xray.local.segment.DocumentObject.HTTP_RESPONSE;
import static com.anycompany.xray.local.segment.DocumentObject.INLINE_SUBSEGMENT;
import static com.anycompany.xray.local.segment.DocumentObject.LINK;
import static com.anycompany.xray.local.segment.DocumentObject.OTHER;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Table of the fields of a segment document that X-Ray Local understands: the object in which each stands, its name,
 * what it may hold, and what it sets in an entity. The parsers, the template extractor and the converter of
 * OpenTelemetry's spans all go by this table; a field that isn't in it is stored and has no meaning (ADR 037).
 *
 * <p>A {@code strict} field of another type makes the document invalid; any other one counts as absent then. A field
 * that is {@code null} in an entity is absent.
 */
public enum DocumentField {
    TRACE_ID(DOCUMENT, "trace_id", FieldType.TRACE_ID, true),
    PARENT_ID(DOCUMENT, "parent_id", FieldType.ID, true, (entity, value) -> entity.parentId(value.id())),
    ID(ENTITY, "id", FieldType.ID, true, (entity, value) -> entity.id(value.id())),
    NAME(ENTITY, "name", FieldType.NAME, true, (entity, value) -> entity.name(value.symbol())),
    START_TIME(ENTITY, "start_time", FieldType.SECONDS, true, (entity, value) -> entity.start(value.micros())),
    END_TIME(ENTITY, "end_time", FieldType.SECONDS, true, (entity, value) -> entity.end(value.micros())),
    IN_PROGRESS(ENTITY, "in_progress", FieldType.FLAG, true, (entity, value) -> entity.inProgress(value.flag())),
    TYPE(ENTITY, "type", FieldType.KIND, true),
    ERROR(ENTITY, "error", FieldType.FLAG, true, (entity, value) -> entity.error(value.flag())),
    THROTTLE(ENTITY, "throttle", FieldType.FLAG, true, (entity, value) -> entity.throttle(value.flag())),
    FAULT(ENTITY, "fault", FieldType.FLAG, true, (entity, value) -> entity.fault(value.flag())),
    NAMESPACE(ENTITY, "namespace", FieldType.TEXT, true, (entity, value) -> entity.namespace(value.symbol())),
    ORIGIN(ENTITY, "origin", FieldType.TEXT, true, (entity, value) -> entity.origin(value.symbol())),
    RESOURCE_ARN(ENTITY, "resource_arn", FieldType.TEXT, true, (entity, value) -> entity.resourceArn(value.symbol())),
    USER(ENTITY, "user", FieldType.TEXT, true, (entity, value) -> entity.user(value.text())),
    SUBSEGMENTS(ENTITY, "subsegments", FieldType.ENTITIES, true),

    /** An inline subsegment has its trace and parent from where it stands. */
    INLINE_TRACE_ID(INLINE_SUBSEGMENT, "trace_id", FieldType.TEXT, true),
    INLINE_PARENT_ID(INLINE_SUBSEGMENT, "parent_id", FieldType.TEXT, true),

    HTTP_BLOCK(ENTITY, "http", HTTP, (entity, value) -> entity.beginHttp(value.isObject())),
    REQUEST(HTTP, "request", HTTP_REQUEST, (entity, value) -> {}),
    METHOD(
            HTTP_REQUEST,
            "method",
            FieldType.TEXT,
            (entity, value) -> entity.http().method(value.symbol())),
    URL(HTTP_REQUEST, "url", FieldType.TEXT, (entity, value) -> entity.http().url(value.text())),
    USER_AGENT(
            HTTP_REQUEST,
            "user_agent",
            FieldType.TEXT,
            (entity, value) -> entity.http().userAgent(value.symbol())),
    CLIENT_IP(
            HTTP_REQUEST,
            "client_ip",
            FieldType.TEXT,
            (entity, value) -> entity.http().clientIp(value.symbol())),
    HTTP_TRACED(
            HTTP_REQUEST,
            "traced",
            FieldType.FLAG,
            (entity, value) -> entity.http().traced(value.flag())),
    RESPONSE(HTTP, "response", HTTP_RESPONSE, (entity, value) -> {}),
    STATUS(
            HTTP_RESPONSE,
            "status",
            FieldType.STATUS,
            (entity, value) -> entity.http().status(value.number())),

    AWS_BLOCK(ENTITY, "aws", AWS, (entity, value) -> entity.beginAws(value.isObject())),
    ACCOUNT_ID(
            AWS, "account_id", FieldType.TEXT, (entity, value) -> entity.aws().accountId(value.symbol())),
    OPERATION(AWS, "operation", FieldType.TEXT, (entity, value) -> entity.aws().operation(value.symbol())),
    TABLE_NAME(
            AWS, "table_name", FieldType.TEXT, (entity, value) -> entity.aws().tableName(value.symbol())),
    TABLE_NAMES(
            AWS, "table_names", FieldType.TEXTS, (entity, value) -> entity.aws().tableNames(value.texts())),
    BUCKET_NAME(
            AWS, "bucket_name", FieldType.TEXT, (entity, value) -> entity.aws().bucketName(value.symbol())),
    QUEUE_URL(AWS, "queue_url", FieldType.TEXT, (entity, value) -> entity.aws().queueUrl(value.symbol())),
    TOPIC_ARN(AWS, "topic_arn", FieldType.TEXT, (entity, value) -> entity.aws().topicArn(value.symbol())),
    FUNCTION_NAME(
            AWS,
            "function_name",
            FieldType.TEXT,
            (entity, value) -> entity.aws().functionName(value.symbol())),
    EC2(AWS, "ec2", AWS_EC2, (entity, value) -> {}),
    INSTANCE_ID(
            AWS_EC2,
            "instance_id",
            FieldType.TEXT,
            (entity, value) -> entity.aws().instanceId(value.symbol())),
    AVAILABILITY_ZONE(
            AWS_EC2,
            "availability_zone",
            FieldType.TEXT,
            (entity, value) -> entity.aws().availabilityZone(value.symbol())),

    SQL(ENTITY, "sql", FieldType.PRESENCE, (entity, value) -> entity.sql(true)),
    TRACED(ENTITY, "traced", FieldType.FLAG, (entity, value) -> entity.traced(value.flag())),

    ANNOTATIONS_BLOCK(ENTITY, "annotations", ANNOTATIONS, (entity, value) -> entity.beginAnnotations(value.isObject())),
    /** Each member of {@code annotations} whose name {@link AnnotationKey} allows. */
    ANNOTATION(ANNOTATIONS, "", FieldType.SCALAR, (entity, value) -> entity.annotation(value.name(), value.scalar())),

    CAUSE_BLOCK(ENTITY, "cause", FieldType.ID_OR_OBJECT, CAUSE, (entity, value) -> entity.beginCause(value.idOrZero())),
    /** What X-Ray's SDK for Node.js writes in place of the exception: the id of the subsegment that has it. */
    CAUSE_ID(CAUSE, "id", FieldType.TEXT, (entity, value) -> entity.causeId(value.idOrZero())),
    EXCEPTIONS(CAUSE, "exceptions", FieldType.OBJECTS, EXCEPTION, (entity, value) -> {
        if (value.isObject()) {
            entity.addException();
        } else {
            entity.beginExceptions();
        }
    }),
    EXCEPTION_ID(
            EXCEPTION,
            "id",
            FieldType.TEXT,
            (entity, value) -> entity.exception().id(value.idOrZero())),
    EXCEPTION_TYPE(
            EXCEPTION,
            "type",
            FieldType.TEXT,
            (entity, value) -> entity.exception().type(value.symbol())),
    EXCEPTION_MESSAGE(
            EXCEPTION,
            "message",
            FieldType.TEXT,
            (entity, value) -> entity.exception().message(value.text())),
    EXCEPTION_REMOTE(
            EXCEPTION,
            "remote",
            FieldType.FLAG,
            (entity, value) -> entity.exception().remote(value.flag())),

    LINKS(ENTITY, "links", FieldType.OBJECTS, LINK, (entity, value) -> {
        if (value.isObject()) {
            entity.addLink();
        } else {
            entity.beginLinks();
        }
    }),
    LINK_TRACE_ID(
            LINK, "trace_id", FieldType.TEXT, (entity, value) -> entity.link().traceId(value.traceId())),
    LINK_ID(LINK, "id", FieldType.TEXT, (entity, value) -> entity.link().id(value.text()));

    private static final Map<DocumentObject, Map<String, DocumentField>> BY_OBJECT = byObject();

    private final DocumentObject owner;
    private final String fieldName;
    private final FieldType type;
    private final boolean strict;
    private final DocumentObject content;
    private final Setter setter;

    /** Sets what a field says in an entity. */
    @FunctionalInterface
    private interface Setter {
        void set(EntityBuilder entity, FieldValue value);
    }

    /** A field that sets nothing in the entity itself. */
    DocumentField(DocumentObject owner, String name, FieldType type, boolean strict) {
        this(owner, name, type, strict, OTHER, (entity, value) -> {});
    }

    DocumentField(DocumentObject owner, String name, FieldType type, boolean strict, Setter setter) {
        this(owner, name, type, strict, OTHER, setter);
    }

    DocumentField(DocumentObject owner, String name, FieldType type, Setter setter) {
        this(owner, name, type, false, OTHER, setter);
    }

    DocumentField(DocumentObject owner, String name, DocumentObject content, Setter setter) {
        this(owner, name, FieldType.OBJECT, false, content, setter);
    }

    DocumentField(DocumentObject owner, String name, FieldType type, DocumentObject content, Setter setter) {
        this(owner, name, type, false, content, setter);
    }

    DocumentField(
            DocumentObject owner, String name, FieldType type, boolean strict, DocumentObject content, Setter setter) {
        this.owner = owner;
        this.fieldName = name;
        this.type = type;
        this.strict = strict;
        this.content = content;
        this.setter = setter;
    }

    private static Map<DocumentObject, Map<String, DocumentField>> byObject() {
        Map<DocumentObject, Map<String, DocumentField>> all = new EnumMap<>(DocumentObject.class);
        for (DocumentObject object : DocumentObject.values()) {
            Map<String, DocumentField> fields = new HashMap<>();
            for (DocumentField field : values()) {
                if (field.owner == object || field.owner == ENTITY && object.isEntity()) {
                    fields.put(field.fieldName, field);
                }
            }
            all.put(object, fields);
        }
        return all;
    }

    /** The field of that name in an object, or null if there is none that is understood. */
    public static @Nullable DocumentField find(DocumentObject object, String name) {
        if (object == ANNOTATIONS) {
            return AnnotationKey.isIndexed(name) ? ANNOTATION : null;
        }
        Map<String, DocumentField> fields = BY_OBJECT.get(object);
        return fields == null ? null : fields.get(name);
    }

    /** The object that it stands in. */
    public DocumentObject owner() {
        return owner;
    }

    /** Its name in JSON; empty for {@link #ANNOTATION}. */
    public String fieldName() {
        return fieldName;
    }

    public FieldType type() {
        return type;
    }

    /** Whether a value of another type makes the document invalid. */
    public boolean isStrict() {
        return strict;
    }

    /** What kind of object it holds, or its array's elements are. */
    public DocumentObject content() {
        return content;
    }

    /** Sets what its value says. */
    public void set(EntityBuilder entity, FieldValue value) {
        setter.set(entity, value);
    }
}
