package com.anycompany.xray.local.otlp;

/** Thrown for a body that isn't an export in OTLP; the message says where. */
public final class InvalidExport extends Exception {

    InvalidExport(String message) {
        super(message, null, false, false);
    }
}
