package com.anycompany.xray.local.parse;

import com.anycompany.xray.local.parse.InvalidDocument.Code;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.TraceId;
import org.jspecify.annotations.Nullable;

/**
 * What makes an entity acceptable. The rules differ by where it stands: a segment, an independent subsegment (which
 * must name its trace and parent) or an inline subsegment (which inherits both).
 */
public enum EntityRules {
    SEGMENT("Invalid segment. ErrorCode: %s"),
    INDEPENDENT("Invalid subsegment. ErrorCode: %s, Cause: null"),
    INLINE("Invalid subsegment. ErrorCode: %s, Cause: null");

    private static final int MAX_NAME_LENGTH = 200;
    private static final String NAME_PUNCTUATION = "_.:/%&#=+\\-@";

    private static final boolean[] PLAIN_NAME = new boolean[128];

    static {
        for (int c = 0; c < PLAIN_NAME.length; c++) {
            PLAIN_NAME[c] = isNameCharacter(c);
        }
    }

    private final String answer;

    EntityRules(String answer) {
        this.answer = answer;
    }

    public static EntityRules forDocument(EntityReader read) throws InvalidDocument {
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

    public boolean subsegment() {
        return this != SEGMENT;
    }

    public void check(EntityReader read) throws InvalidDocument {
        String id = required(read, read.id, Code.MissingId, "id");
        if (!EntityId.isValid(id)) {
            throw invalid(Code.InvalidId, read, "id is not 16 hexadecimal digits");
        }
        String name = required(read, read.name, Code.MissingName, "name");
        if (!isName(name)) {
            throw invalid(Code.InvalidName, read, "name is not 1 to 200 letters, digits, spaces or _.:/%&#=+\\-@");
        }
        if (read.isTop()) {
            traceId(read);
        }
        checkTimes(read);
        checkParent(read);
        for (EntityReader child : read.subsegments) {
            INLINE.check(child);
        }
    }

    public TraceId traceId(EntityReader read) throws InvalidDocument {
        TraceId id = TraceId.parse(required(read, read.traceId, Code.MissingTraceId, "trace_id"));
        if (id == null) {
            throw invalid(
                    Code.InvalidTraceId,
                    read,
                    "trace_id is neither 1-<8 hex digits>-<24 hex digits> nor 32 hex digits");
        }
        return id;
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

    private void checkParent(EntityReader read) throws InvalidDocument {
        if (this == INLINE) {
            return;
        }
        if (read.parentId == null) {
            if (this == INDEPENDENT) {
                throw invalid(Code.MissingParentId, read, "an independent subsegment needs a parent_id");
            }
        } else if (!EntityId.isValid(read.parentId)) {
            throw invalid(Code.InvalidParentId, read, "parent_id is not 16 hexadecimal digits");
        }
    }

    private String required(EntityReader read, @Nullable String value, Code code, String field) throws InvalidDocument {
        if (value == null) {
            throw invalid(code, read, field + " is missing");
        }
        return value;
    }

    public InvalidDocument invalid(Code code, EntityReader read, String detail) {
        String named = read.name == null ? detail : detail + " (in \"" + read.name + "\")";
        return new InvalidDocument(code, answer.formatted(code), read.id, named);
    }

    private static boolean isName(String name) {
        int characters = 0;
        for (int i = 0; i < name.length(); characters++) {
            int c = name.codePointAt(i);
            if (!isNameCharacter(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return characters > 0 && characters <= MAX_NAME_LENGTH;
    }

    /** The same for bytes that are known to be ASCII. */
    public static boolean isPlainName(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!PLAIN_NAME[bytes[i]]) {
                return false;
            }
        }
        return to > from && to - from <= MAX_NAME_LENGTH;
    }

    private static boolean isNameCharacter(int c) {
        return Character.isLetterOrDigit(c) || Character.isSpaceChar(c) || NAME_PUNCTUATION.indexOf(c) >= 0;
    }
}
