package com.anycompany.xray.local.segment;

import com.anycompany.xray.local.segment.InvalidDocument.Code;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes an entity acceptable. The rules differ by where it stands: a segment, an independent subsegment (which
 * must name its trace and parent) or an inline subsegment (which inherits both).
 */
enum EntityRules {
    SEGMENT("Invalid segment. ErrorCode: %s"),
    INDEPENDENT("Invalid subsegment. ErrorCode: %s, Cause: null"),
    INLINE("Invalid subsegment. ErrorCode: %s, Cause: null");

    private static final int MAX_NAME_LENGTH = 200;
    private static final String NAME_PUNCTUATION = "_.:/%&#=+\\-@";

    private final String answer;

    EntityRules(String answer) {
        this.answer = answer;
    }

    static EntityRules forDocument(EntityReader read) throws InvalidDocument {
        if (read.type == null) {
            return SEGMENT;
        }
        if (read.type.equals("subsegment")) {
            return INDEPENDENT;
        }
        throw new InvalidDocument(
                Code.UnknownType,
                "Invalid entity. ErrorCode: UnknownType",
                read.id,
                "type is \"" + read.type + "\"; only \"subsegment\", or no type at all, is known");
    }

    boolean subsegment() {
        return this != SEGMENT;
    }

    Entity check(EntityReader read) throws InvalidDocument {
        String id = required(read, read.id, Code.MissingId, "id");
        if (!EntityId.isValid(id)) {
            throw invalid(Code.InvalidId, read, "id is not 16 hexadecimal digits");
        }
        String name = required(read, read.name, Code.MissingName, "name");
        if (!isName(name)) {
            throw invalid(Code.InvalidName, read, "name is not 1 to 200 letters, digits, spaces or _.:/%&#=+\\-@");
        }
        if (read.isTop()) {
            checkTraceId(read);
        }
        checkTimes(read);
        long parent = parent(read);
        return build(read, EntityId.parse(id), parent, name);
    }

    private void checkTraceId(EntityReader read) throws InvalidDocument {
        String text = required(read, read.traceId, Code.MissingTraceId, "trace_id");
        if (TraceId.parse(text) == null) {
            throw invalid(
                    Code.InvalidTraceId,
                    read,
                    "trace_id is neither 1-<8 hex digits>-<24 hex digits> nor 32 hex digits");
        }
    }

    private void checkTimes(EntityReader read) throws InvalidDocument {
        if (Double.isNaN(read.start)) {
            throw invalid(Code.MissingStartTime, read, "start_time is missing");
        }
        boolean ended = !Double.isNaN(read.end);
        if (!ended && !read.inProgress) {
            throw invalid(Code.MissingEndTime, read, "end_time is missing, and in_progress isn't true");
        }
        if (ended && read.inProgress) {
            throw invalid(
                    subsegment() ? Code.InProgressSubsegmentHasEndTime : Code.InProgressSegmentHasEndTime,
                    read,
                    "in_progress is true although there is an end_time");
        }
    }

    private long parent(EntityReader read) throws InvalidDocument {
        if (this == INLINE) {
            return 0;
        }
        if (read.parentId == null) {
            if (this == INDEPENDENT) {
                throw invalid(Code.MissingParentId, read, "an independent subsegment needs a parent_id");
            }
            return 0;
        }
        if (!EntityId.isValid(read.parentId)) {
            throw invalid(Code.InvalidParentId, read, "parent_id is not 16 hexadecimal digits");
        }
        return EntityId.parse(read.parentId);
    }

    private static Entity build(EntityReader read, long id, long parent, String name) throws InvalidDocument {
        return new Entity(
                id,
                parent,
                name,
                micros(read.start),
                read.inProgress ? Entity.IN_PROGRESS : micros(read.end),
                Outcome.of(read.throttle, read.fault, read.error, read.http == null ? 0 : read.http.status()),
                read.namespace,
                read.origin,
                read.resourceArn,
                read.user,
                read.http,
                read.aws,
                read.sql,
                read.annotations.values(),
                read.cause.exceptions(),
                read.cause.reference(),
                children(read.subsegments));
    }

    private static List<Entity> children(List<EntityReader> readers) throws InvalidDocument {
        if (readers.isEmpty()) {
            return List.of();
        }
        List<Entity> children = new ArrayList<>(readers.size());
        for (EntityReader reader : readers) {
            children.add(INLINE.check(reader));
        }
        return children;
    }

    private static long micros(double seconds) {
        return Math.round(seconds * 1e6);
    }

    private String required(EntityReader read, @Nullable String value, Code code, String field) throws InvalidDocument {
        if (value == null) {
            throw invalid(code, read, field + " is missing");
        }
        return value;
    }

    InvalidDocument invalid(Code code, EntityReader read, String detail) {
        String named = read.name == null ? detail : detail + " (in \"" + read.name + "\")";
        return new InvalidDocument(code, answer.formatted(code), read.id, named);
    }

    private static boolean isName(String name) {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > MAX_NAME_LENGTH) {
            return false;
        }
        return name.codePoints()
                .allMatch(c -> Character.isLetter(c)
                        || Character.isDigit(c)
                        || Character.isSpaceChar(c)
                        || NAME_PUNCTUATION.indexOf(c) >= 0);
    }
}
