package com.anycompany.xray.local.json;

/** Thrown for JSON that is invalid or that the fast path doesn't support: another reader has to take the document. */
public final class UnsupportedJson extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final UnsupportedJson INSTANCE = new UnsupportedJson();

    private UnsupportedJson() {
        super(null, null, false, false);
    }

    /** The one instance, without message and stack: the fast path is left often. */
    public static UnsupportedJson instance() {
        return INSTANCE;
    }
}
