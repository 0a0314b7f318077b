package com.anycompany.shop.catalog.table;

/** The table's capacity was used up for longer than this service is willing to wait. */
public final class Throttled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Throttled(String message, Throwable cause) {
        super(message, cause);
    }

    Throttled(String message) {
        super(message);
    }
}
