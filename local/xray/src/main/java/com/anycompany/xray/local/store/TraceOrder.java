package com.anycompany.xray.local.store;

/** By which of its times a trace is looked up. */
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
