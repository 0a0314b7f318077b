package com.anycompany.xray.local.otlp;

import java.util.Locale;

/** Thrown for a body that isn't an export in OTLP; the message says where. */
public final class InvalidExport extends Exception {

    InvalidExport(String message) {
        super(message, null, false, false);
    }

    static InvalidExport tooManySpans() {
        return new InvalidExport(String.format(
                Locale.ROOT, "the export has more than %,d spans; send fewer at once", SpanLimits.MAX_SPANS));
    }
}
