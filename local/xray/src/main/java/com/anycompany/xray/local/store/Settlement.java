package com.anycompany.xray.local.store;

import com.anycompany.xray.local.graph.Observations;
import com.anycompany.xray.local.graph.ServiceGraphs;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.Part;
import com.anycompany.xray.local.trace.AssembledTrace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Puts changed traces together, once they have been quiet for a moment or somebody asks, and replaces what they had
 * added to index and graphs: a trace of twelve documents is assembled once or twice, not twelve times.
 */
final class Settlement {

    private static final long QUIET_MILLIS = 100;
    private static final long RESTLESS_MILLIS = 1000;

    private final Deque<StoredTrace> unsettled = new ArrayDeque<>();
    private final Ledger ledger;
    private final DocumentLog log;
    private final TraceIndex index;
    private final ServiceGraphs graphs;

    Settlement(Ledger ledger, DocumentLog log, TraceIndex index, ServiceGraphs graphs) {
        this.ledger = ledger;
        this.log = log;
        this.index = index;
        this.graphs = graphs;
    }

    void changed(StoredTrace trace) {
        if (!trace.unsettled()) {
            trace.unsettle();
            unsettled.add(trace);
        }
    }

    int waiting() {
        return unsettled.size();
    }

    /** Those of the next {@code some} that have been quiet, or have waited for long. */
    void settleQuiet(long nowMillis, int some) {
        ChunkReader reader = new ChunkReader();
        for (int i = Math.min(some, unsettled.size()); i > 0; i--) {
            StoredTrace trace = unsettled.remove();
            boolean quiet = trace.updatedMillis() <= nowMillis - QUIET_MILLIS
                    || trace.settledMillis() <= nowMillis - RESTLESS_MILLIS;
            if (quiet) {
                settle(trace, reader);
            } else {
                unsettled.add(trace);
            }
        }
    }

    void settleAll() {
        settleDownTo(-1);
    }

    /** Settles the longest waiting ones, until no more than so many bytes of documents wait. */
    void settleDownTo(long bytes) {
        ChunkReader reader = new ChunkReader();
        while (ledger.unsettledBytes() > bytes && !unsettled.isEmpty()) {
            settle(unsettled.remove(), reader);
        }
    }

    private void settle(StoredTrace trace, ChunkReader reader) {
        if (trace.unsettled()) {
            List<Part> parts = log.parts(trace, reader);
            ledger.change(trace, () -> replace(trace, parts));
        }
    }

    private void replace(StoredTrace trace, List<Part> parts) {
        forget(trace);
        AssembledTrace assembled = AssembledTrace.of(parts);
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (Part part : parts) {
            Entity entity = part.entity();
            start = Math.min(start, entity.start());
            end = Math.max(end, Math.max(entity.start(), entity.end()));
        }
        trace.settle(graphs.add(assembled), Term.of(assembled), start / 1000, end / 1000);
        index.add(trace);
        trace.indexed(true);
    }

    /** Takes away what the trace had added. */
    void forget(StoredTrace trace) {
        Observations earlier = trace.observations();
        if (earlier != null) {
            graphs.remove(earlier);
        }
        if (trace.indexed()) {
            index.remove(trace);
            trace.indexed(false);
        }
    }
}
