package com.anycompany.xray.local.segment;

/** What a field of a document may hold. */
public enum FieldType {

    /** 16 hexadecimal digits. */
    ID(true),
    TRACE_ID(true),
    NAME(true),
    TEXT(true),
    /** A text that decides what the object is. */
    KIND(true),
    /** A number of seconds since the epoch. */
    SECONDS(false),
    /** {@code true} or {@code false}. */
    FLAG(false),
    /** An HTTP status: a number, or a text that is one. */
    STATUS(false),
    /** A text, a number that isn't negative, or a flag. */
    SCALAR(false),
    /** Any value; all that matters is whether there is one. */
    PRESENCE(false),
    /** An array of texts. */
    TEXTS(false),
    OBJECT(false),
    /** An array of objects. */
    OBJECTS(false),
    /** An id, or an object. */
    ID_OR_OBJECT(false),
    /** An array of entities. */
    ENTITIES(false);

    private final boolean text;

    FieldType(boolean text) {
        this.text = text;
    }

    public boolean isText() {
        return text;
    }
}
