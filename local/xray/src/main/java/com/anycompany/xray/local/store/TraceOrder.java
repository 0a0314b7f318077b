package com.anycompany.xray.local.store;

/** By which of its times a trace is looked up. */
public enum TraceOrder {
    START,
    RECEIPT,
    END;

    Cursor position(StoredTrace trace) {
        long millis =
                switch (this) {
                    case START -> trace.startMillis();
                    case RECEIPT -> trace.settledMillis();
                    case END -> trace.endMillis();
                };
        return new Cursor(millis, trace.number());
    }
}
