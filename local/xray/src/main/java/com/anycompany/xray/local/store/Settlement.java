package com.anycompany.xray.local.store;

import com.anycompany.xray.local.graph.Observations;
import com.anycompany.xray.local.graph.ServiceGraphs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts changed traces together, once they have been quiet for a moment or somebody asks, and replaces what they had
 * added to index and graphs: a trace of twelve documents is assembled once or twice, not twelve times.
 *
 * <p>Most of that work, reading the documents, needs no lock: quiet traces are taken, worked out as {@link Draft}s, and
 * brought back. A trace that changes meanwhile has a later {@link StoredTrace#revision() revision}, and waits again.
 */
final class Settlement {

    private static final long QUIET_MILLIS = 100;
    private static final long RESTLESS_MILLIS = 1000;

    /** In the order in which they changed first; some may have been settled since. */
    private final Deque<StoredTrace> unsettled = new ArrayDeque<>();

    /** Those that somebody is working out. */
    private final Set<StoredTrace> taken = new LinkedHashSet<>();

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

    /**
     * Takes those of the next {@code some} that have been quiet. Whoever takes them works them out and brings them back to
     * {@link #settle}. One that is never quiet would come back too late each time, so it is settled at once, if it has
     * waited for long.
     */
    List<Draft> takeQuiet(long nowMillis, int some) {
        ChunkReader reader = new ChunkReader();
        List<Draft> drafts = new ArrayList<>(some);
        for (int i = Math.min(some, unsettled.size()); i > 0; i--) {
            StoredTrace trace = unsettled.remove();
            if (!trace.unsettled()) {
                continue;
            }
            if (trace.updatedMillis() <= nowMillis - QUIET_MILLIS) {
                taken.add(trace);
                drafts.add(new Draft(trace, log, reader));
            } else if (Math.max(trace.createdMillis(), trace.settledMillis()) <= nowMillis - RESTLESS_MILLIS) {
                settle(trace, reader);
            } else {
                unsettled.add(trace);
            }
        }
        return drafts;
    }

    /** What has changed or left since it was taken is not settled; what has changed waits again. */
    void settle(List<Draft> drafts) {
        for (Draft draft : drafts) {
            StoredTrace trace = draft.trace();
            taken.remove(trace);
            if (draft.isCurrent()) {
                ledger.change(trace, () -> replace(trace, draft.result()));
            } else if (trace.unsettled()) {
                unsettled.add(trace);
            }
        }
    }

    /** Those that have been taken, too: their drafts come too late then. */
    void settleAll() {
        ChunkReader reader = new ChunkReader();
        taken.forEach(trace -> settle(trace, reader));
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
            WorkedOut result = WorkedOut.of(log.parts(trace, reader));
            ledger.change(trace, () -> replace(trace, result));
        }
    }

    private void replace(StoredTrace trace, WorkedOut now) {
        forget(trace);
        trace.settle(graphs.add(now.trace()), now.terms(), now.startMillis(), now.endMillis());
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
