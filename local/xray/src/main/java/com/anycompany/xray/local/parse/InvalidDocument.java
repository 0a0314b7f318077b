package com.anycompany.xray.local.parse;

import org.jspecify.annotations.Nullable;

/** Thrown for an invalid document; carries what PutTraceSegments answers and what a person needs to correct it. */
public final class InvalidDocument extends Exception {

    /** The codes of the real service. */
    public enum Code {
        ParseError,
        UnknownType,
        MissingId,
        InvalidId,
        MissingName,
        InvalidName,
        MissingTraceId,
        InvalidTraceId,
        MissingStartTime,
        MissingEndTime,
        InProgressSegmentHasEndTime,
        InProgressSubsegmentHasEndTime,
        MissingParentId,
        InvalidParentId,
        InvalidSegment
    }

    private final Code code;
    private final String answer;
    private final @Nullable String id;

    InvalidDocument(Code code, String answer, @Nullable String id, String detail) {
        super(detail, null, false, false);
        this.code = code;
        this.answer = answer;
        this.id = id;
    }

    public static InvalidDocument unreadable(String detail) {
        return new InvalidDocument(Code.ParseError, "Invalid segment. ErrorCode: ParseError", null, detail);
    }

    public static InvalidDocument tooLong(int length, int limit) {
        return new InvalidDocument(
                Code.InvalidSegment,
                "Invalid segment. ErrorCode: InvalidSegment",
                null,
                "the document has " + length + " bytes; at most " + limit + " are accepted");
    }

    public Code code() {
        return code;
    }

    /** The message in the words of the real service; {@link #getMessage()} is more helpful. */
    public String answer() {
        return answer;
    }

    public @Nullable String id() {
        return id;
    }
}
