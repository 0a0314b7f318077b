package com.anycompany.xray.local.otlp;

/** The body of an export can't be read as OTLP at all; the message says where. */
public final class InvalidExport extends Exception {

    InvalidExport(String message) {
        super(message, null, false, false);
    }
}
