package com.anycompany.xray.local.parse;

import com.anycompany.xray.local.parse.InvalidDocument.Code;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.EntityName;
import com.anycompany.xray.local.segment.TraceId;
import org.jspecify.annotations.Nullable;

/**
 * Validation rules for an entity. They differ by where it stands: a segment, an independent subsegment (which
 * must name its trace and parent) or an inline subsegment (which inherits both).
 */
enum EntityRules {
    SEGMENT("Invalid segment. ErrorCode: %s"),
    INDEPENDENT("Invalid subsegment. ErrorCode: %s, Cause: null"),
    INLINE("Invalid subsegment. ErrorCode: %s, Cause: null");

    private final String answer;

    EntityRules(String answer) {
        this.answer = answer;
    }

    static EntityRules forDocument(EntityReader read) throws InvalidDocument {
        if (read.type() == null) {
            return SEGMENT;
        }
        if (read.type().equals("subsegment")) {
            return INDEPENDENT;
        }
        throw new InvalidDocument(
                Code.UnknownType,
                "Invalid entity. ErrorCode: UnknownType",
                read.id(),
                "type is \"" + read.type() + "\"; only \"subsegment\", or no type at all, is known");
    }

    boolean subsegment() {
        return this != SEGMENT;
    }

    void check(EntityReader read) throws InvalidDocument {
        String id = required(read, read.id(), Code.MissingId, "id");
        if (!EntityId.isValid(id)) {
            throw invalid(Code.InvalidId, read, "id is not 16 hexadecimal digits");
        }
        String name = required(read, read.name(), Code.MissingName, "name");
        if (!EntityName.isValid(name)) {
            throw invalid(Code.InvalidName, read, "name is not 1 to 200 letters, digits, spaces or _.:/%&#=+\\-@");
        }
        if (read.isDocument()) {
            traceId(read);
        }
        checkTimes(read);
        checkParent(read);
        for (EntityReader child : read.subsegments()) {
            INLINE.check(child);
        }
    }

    TraceId traceId(EntityReader read) throws InvalidDocument {
        TraceId id = TraceId.parse(required(read, read.traceId(), Code.MissingTraceId, "trace_id"));
        if (id == null) {
            throw invalid(
                    Code.InvalidTraceId,
                    read,
                    "trace_id is neither 1-<8 hex digits>-<24 hex digits> nor 32 hex digits");
        }
        return id;
    }

    private void checkTimes(EntityReader read) throws InvalidDocument {
        if (!read.hasStart()) {
            throw invalid(Code.MissingStartTime, read, "start_time is missing");
        }
        boolean ended = read.hasEnd();
        if (!ended && !read.inProgress()) {
            throw invalid(Code.MissingEndTime, read, "end_time is missing, and in_progress isn't true");
        }
        if (ended && read.inProgress()) {
            throw invalid(
                    subsegment() ? Code.InProgressSubsegmentHasEndTime : Code.InProgressSegmentHasEndTime,
                    read,
                    "in_progress is true although there is an end_time");
        }
    }

    private void checkParent(EntityReader read) throws InvalidDocument {
        if (this == INLINE) {
            return;
        }
        if (read.parentId() == null) {
            if (this == INDEPENDENT) {
                throw invalid(Code.MissingParentId, read, "an independent subsegment needs a parent_id");
            }
        } else if (!EntityId.isValid(read.parentId())) {
            throw invalid(Code.InvalidParentId, read, "parent_id is not 16 hexadecimal digits");
        }
    }

    private String required(EntityReader read, @Nullable String value, Code code, String field) throws InvalidDocument {
        if (value == null) {
            throw invalid(code, read, field + " is missing");
        }
        return value;
    }

    InvalidDocument invalid(Code code, EntityReader read, String detail) {
        String named = read.name() == null ? detail : detail + " (in \"" + read.name() + "\")";
        return new InvalidDocument(code, answer.formatted(code), read.id(), named);
    }
}
