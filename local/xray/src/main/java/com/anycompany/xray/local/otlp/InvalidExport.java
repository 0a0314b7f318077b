package com.anycompany.xray.local.otlp;

/** Thrown for a body that isn't an export in OTLP; the message says where. */
public final class InvalidExport extends Exception {

    /** As many as AWS's OTLP endpoint takes in one request. */
    static final int MAX_SPANS = 10_000;

    InvalidExport(String message) {
        super(message, null, false, false);
    }

    static InvalidExport tooManySpans() {
        return new InvalidExport("the export has more than " + MAX_SPANS + " spans; send fewer at once");
    }
}
