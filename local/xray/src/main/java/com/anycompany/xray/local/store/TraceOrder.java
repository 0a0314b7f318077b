package com.anycompany.xray.local.store;

/** The times that traces can be looked up by. */
public enum TraceOrder {
    START,
    RECEIPT,
    END;

    long millis(StoredTrace trace) {
        return switch (this) {
            case START -> trace.startMillis();
            case RECEIPT -> trace.aggregatedMillis();
            case END -> trace.endMillis();
        };
    }

    Cursor position(StoredTrace trace) {
        return new Cursor(millis(trace), trace.number());
    }
}
