package com.anycompany.xray.spring;

import static com.anycompany.xray.spring.JsonBuffer.encodedName;

import com.amazonaws.xray.entities.Cause;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.SegmentImpl;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.entities.SubsegmentImpl;
import com.amazonaws.xray.entities.ThrowableDescription;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Serializer of segments and subsegments as X-Ray segment documents. It writes what the X-Ray SDK's serializer writes, without
 * reflection; {@code DocumentWriterTests} compares the two.
 *
 * <pre>
 * segment      {"name": …, "id": …, "start_time": …, "trace_id": …, "end_time": …, "http": {…}, "subsegments": [{…}]}
 * subsegment   the same within its segment; sent alone it has "type", "parent_id" and "trace_id" too
 * </pre>
 *
 * As with the SDK, what is empty is left out: a null, an empty string, collection or map, a false flag.
 *
 * <p>Decision: docs/adr/058-documents-sent-by-a-thread.md.
 */
final class DocumentWriter {

    /** How much of an entity is written; a document that is too large is written again with less. */
    enum Detail {
        /** The entity and its subsegments. */
        TREE(true, true, true),
        /** The entity alone. Its subsegments are sent as documents of their own. */
        ENTITY(false, true, true),
        /** The entity alone, without metadata. */
        NO_METADATA(false, false, true),
        /** The entity alone, without metadata, SQL and stack traces. */
        OUTLINE(false, false, false);

        private final boolean subsegments;
        private final boolean metadata;
        private final boolean stacks;

        Detail(boolean subsegments, boolean metadata, boolean stacks) {
            this.subsegments = subsegments;
            this.metadata = metadata;
            this.stacks = stacks;
        }
    }

    private static final byte[] HEADER = "{\"format\": \"json\", \"version\": 1}\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] NAME = encodedName("name");
    private static final byte[] ID = encodedName("id");
    private static final byte[] PARENT_ID = encodedName("parent_id");
    private static final byte[] START_TIME = encodedName("start_time");
    private static final byte[] TRACE_ID = encodedName("trace_id");
    private static final byte[] END_TIME = encodedName("end_time");
    private static final byte[] FAULT = encodedName("fault");
    private static final byte[] ERROR = encodedName("error");
    private static final byte[] THROTTLE = encodedName("throttle");
    private static final byte[] IN_PROGRESS = encodedName("in_progress");
    private static final byte[] NAMESPACE = encodedName("namespace");
    private static final byte[] SUBSEGMENTS = encodedName("subsegments");
    private static final byte[] CAUSE = encodedName("cause");
    private static final byte[] HTTP = encodedName("http");
    private static final byte[] AWS = encodedName("aws");
    private static final byte[] SQL = encodedName("sql");
    private static final byte[] METADATA = encodedName("metadata");
    private static final byte[] ANNOTATIONS = encodedName("annotations");
    private static final byte[] RESOURCE_ARN = encodedName("resource_arn");
    private static final byte[] USER = encodedName("user");
    private static final byte[] ORIGIN = encodedName("origin");
    private static final byte[] SERVICE = encodedName("service");
    private static final byte[] PRECURSOR_IDS = encodedName("precursor_ids");
    private static final byte[] TYPE = encodedName("type");
    private static final byte[] WORKING_DIRECTORY = encodedName("working_directory");
    private static final byte[] MESSAGE = encodedName("message");
    private static final byte[] PATHS = encodedName("paths");
    private static final byte[] EXCEPTIONS = encodedName("exceptions");
    private static final byte[] REMOTE = encodedName("remote");
    private static final byte[] STACK = encodedName("stack");
    private static final byte[] TRUNCATED = encodedName("truncated");
    private static final byte[] SKIPPED = encodedName("skipped");
    private static final byte[] PATH = encodedName("path");
    private static final byte[] LINE = encodedName("line");
    private static final byte[] LABEL = encodedName("label");

    private final JsonBuffer json = new JsonBuffer();
    private final JsonValues values = new JsonValues(json);
    private final Detail detail;

    private DocumentWriter(Detail detail) {
        this.detail = detail;
    }

    /** The datagram, header and document, of a segment or of a subsegment that is sent by itself. */
    static JsonBuffer datagram(Entity entity, Detail detail) {
        DocumentWriter writer = new DocumentWriter(detail);
        writer.json.prefix(HEADER);
        if (isOfTheSdk(entity)) {
            writer.entity(entity, true);
        } else {
            writer.foreign(entity);
        }
        return writer.json;
    }

    /** Whether the entity's class is known to have no more fields than are written here. */
    private static boolean isOfTheSdk(Entity entity) {
        return entity.getClass() == SegmentImpl.class || entity.getClass() == SubsegmentImpl.class;
    }

    /** A class of the application's own, which may have overridden the SDK's serializer. */
    private void foreign(Entity entity) {
        String document = entity instanceof Subsegment subsegment ? subsegment.streamSerialize() : entity.serialize();
        json.raw(document.getBytes(StandardCharsets.UTF_8));
    }

    private void entity(Entity entity, boolean isRoot) {
        json.beginObject();
        text(NAME, entity.getName());
        text(ID, entity.getId());
        if (isRoot && entity instanceof Subsegment subsegment) {
            text(TYPE, "subsegment");
            text(PARENT_ID, subsegment.getParent().getId());
            text(TRACE_ID, subsegment.getParentSegment().getTraceId().toString());
        } else {
            text(PARENT_ID, entity.getParentId());
        }
        json.name(START_TIME);
        json.seconds(entity.getStartTime());
        if (entity.getEndTime() != 0) {
            json.name(END_TIME);
            json.seconds(entity.getEndTime());
        }
        flag(FAULT, entity.isFault());
        flag(ERROR, entity.isError());
        flag(THROTTLE, entity.isThrottle());
        flag(IN_PROGRESS, entity.isInProgress());
        text(NAMESPACE, entity.getNamespace());
        values.member(HTTP, entity.getHttp());
        values.member(AWS, entity.getAws());
        if (detail.stacks) {
            values.member(SQL, entity.getSql());
        }
        values.member(ANNOTATIONS, entity.getAnnotations());
        if (detail.metadata) {
            values.member(METADATA, entity.getMetadata());
        }
        if (entity instanceof Segment segment) {
            segmentFields(segment);
        } else if (entity instanceof Subsegment subsegment) {
            texts(PRECURSOR_IDS, subsegment.getPrecursorIds());
        }
        lists(entity);
        json.endObject();
    }

    private void segmentFields(Segment segment) {
        text(TRACE_ID, segment.getTraceId().toString());
        text(RESOURCE_ARN, segment.getResourceArn());
        text(USER, segment.getUser());
        text(ORIGIN, segment.getOrigin());
        values.member(SERVICE, segment.getService());
    }

    /** Exceptions and subsegments, which another thread may be adding to. */
    private void lists(Entity entity) {
        ReentrantLock lock = entity.getSubsegmentsLock();
        lock.lock();
        try {
            cause(entity.getCause());
            List<Subsegment> subsegments = entity.getSubsegments();
            if (detail.subsegments && !subsegments.isEmpty()) {
                json.name(SUBSEGMENTS);
                json.beginArray();
                for (Subsegment subsegment : subsegments) {
                    if (isOfTheSdk(subsegment)) {
                        entity(subsegment, false);
                    } else {
                        json.raw(subsegment.serialize().getBytes(StandardCharsets.UTF_8));
                    }
                }
                json.endArray();
            }
        } finally {
            lock.unlock();
        }
    }

    private void cause(@Nullable Cause cause) {
        if (cause == null || (cause.getExceptions().isEmpty() && cause.getId() == null && cause.getMessage() == null)) {
            return;
        }
        json.name(CAUSE);
        List<ThrowableDescription> exceptions = cause.getExceptions();
        if (!exceptions.isEmpty()) {
            ThrowableDescription first = exceptions.get(0);
            String reference = first.getCause();
            if (first.getId() == null && reference != null) {
                json.string(reference);
                return;
            }
        }
        json.beginObject();
        text(WORKING_DIRECTORY, cause.getWorkingDirectory());
        text(ID, cause.getId());
        text(MESSAGE, cause.getMessage());
        texts(PATHS, cause.getPaths());
        if (!exceptions.isEmpty()) {
            json.name(EXCEPTIONS);
            json.beginArray();
            exceptions.forEach(this::exception);
            json.endArray();
        }
        json.endObject();
    }

    private void exception(ThrowableDescription exception) {
        json.beginObject();
        text(ID, exception.getId());
        text(MESSAGE, exception.getMessage());
        text(TYPE, exception.getType());
        json.name(REMOTE);
        json.bool(exception.isRemote());
        StackTraceElement[] stack = exception.getStack();
        if (detail.stacks && stack != null && stack.length > 0) {
            json.name(STACK);
            json.beginArray();
            for (StackTraceElement frame : stack) {
                frame(frame);
            }
            json.endArray();
        }
        json.name(TRUNCATED);
        json.number(exception.getTruncated());
        json.name(SKIPPED);
        json.number(exception.getSkipped());
        text(CAUSE, exception.getCause());
        json.endObject();
    }

    private void frame(StackTraceElement frame) {
        json.beginObject();
        json.name(PATH);
        String file = frame.getFileName();
        if (file == null) {
            json.nothing();
        } else {
            json.string(file);
        }
        json.name(LINE);
        json.number(frame.getLineNumber());
        json.name(LABEL);
        json.string(frame.getClassName() + "." + frame.getMethodName());
        json.endObject();
    }

    private void flag(byte[] name, boolean value) {
        if (value) {
            json.name(name);
            json.bool(true);
        }
    }

    private void text(byte[] name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            json.name(name);
            json.string(value);
        }
    }

    private void texts(byte[] name, @Nullable Collection<String> texts) {
        if (texts != null && !texts.isEmpty()) {
            json.name(name);
            json.beginArray();
            for (String text : texts) {
                json.string(text);
            }
            json.endArray();
        }
    }
}
