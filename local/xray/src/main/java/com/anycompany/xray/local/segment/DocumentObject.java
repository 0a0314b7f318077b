package com.anycompany.xray.local.segment;

/** The JSON objects of a segment document that hold fields, by where they stand. */
public enum DocumentObject {

    /** A segment or a subsegment of any kind. */
    ENTITY,
    /** The document itself: a segment, or an independent subsegment. */
    DOCUMENT,
    /** A subsegment within another entity. */
    INLINE_SUBSEGMENT,
    HTTP,
    HTTP_REQUEST,
    HTTP_RESPONSE,
    AWS,
    AWS_EC2,
    ANNOTATIONS,
    CAUSE,
    EXCEPTION,
    LINK,
    /** Any other: it is kept and not understood. */
    OTHER;

    boolean isEntity() {
        return this == ENTITY || this == DOCUMENT || this == INLINE_SUBSEGMENT;
    }
}
