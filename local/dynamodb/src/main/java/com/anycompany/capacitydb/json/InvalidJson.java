package com.anycompany.capacitydb.json;

/** The text isn't JSON, or is nested too deeply. */
public final class InvalidJson extends Exception {

    private static final long serialVersionUID = 1;

    InvalidJson(String message, Throwable cause) {
        super(message, cause);
    }
}
