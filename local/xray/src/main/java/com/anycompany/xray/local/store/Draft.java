package com.anycompany.xray.local.store;

import org.jspecify.annotations.Nullable;

/** A trace that is worked out without holding up the store, as it was when it was taken. */
final class Draft {

    private final StoredTrace trace;
    private final TraceReading reading;
    private @Nullable WorkedOut result;

    Draft(StoredTrace trace, DocumentLog log, ChunkReader reader) {
        this.trace = trace;
        this.reading = TraceReading.of(trace, TraceOrder.START, log, reader);
    }

    StoredTrace trace() {
        return trace;
    }

    /** The part that may take long. */
    void workOut() {
        result = WorkedOut.of(reading.parts());
    }

    /** Whether the trace still has to be settled, and is what it was. */
    boolean isCurrent() {
        return result != null && trace.unsettled() && trace.revision() == reading.revision();
    }

    WorkedOut result() {
        WorkedOut done = result;
        if (done == null) {
            throw new IllegalStateException("trace " + trace.id() + " hasn't been worked out");
        }
        return done;
    }
}
