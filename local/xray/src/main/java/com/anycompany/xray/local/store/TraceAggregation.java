package com.anycompany.xray.local.store;

import com.anycompany.xray.local.graph.Observations;
import com.anycompany.xray.local.graph.ServiceGraphs;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.trace.AssembledTrace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Trace aggregation: assembles changed traces, once they have been quiet for a moment or there is a question, and
 * replaces what they had added to index and graphs. A trace of twelve documents is assembled once or twice, not twelve
 * times.
 */
final class TraceAggregation {

    private static final long QUIET_MILLIS = 100;
    private static final long LONGEST_MILLIS = 1000;

    private final Deque<StoredTrace> changed = new ArrayDeque<>();
    private final MemoryAccount memory;
    private final DocumentLog log;
    private final TraceIndex index;
    private final ServiceGraphs graphs;

    TraceAggregation(MemoryAccount memory, DocumentLog log, TraceIndex index, ServiceGraphs graphs) {
        this.memory = memory;
        this.log = log;
        this.index = index;
        this.graphs = graphs;
    }

    void changed(StoredTrace trace) {
        if (!trace.isChanged()) {
            trace.markChanged();
            changed.add(trace);
        }
    }

    int waiting() {
        return changed.size();
    }

    /** Those of the next {@code some} that have been quiet, or have waited for long. */
    void aggregateQuiet(long nowMillis, int some) {
        ChunkReader reader = new ChunkReader();
        for (int i = Math.min(some, changed.size()); i > 0; i--) {
            StoredTrace trace = changed.remove();
            boolean quiet = trace.updatedMillis() <= nowMillis - QUIET_MILLIS
                    || trace.aggregatedMillis() <= nowMillis - LONGEST_MILLIS;
            if (quiet) {
                aggregate(trace, reader);
            } else {
                changed.add(trace);
            }
        }
    }

    void aggregateAll() {
        aggregateDownTo(-1);
    }

    /** Aggregates the longest waiting ones, until no more than so many bytes of documents wait. */
    void aggregateDownTo(long bytes) {
        ChunkReader reader = new ChunkReader();
        while (memory.pendingBytes() > bytes && !changed.isEmpty()) {
            aggregate(changed.remove(), reader);
        }
    }

    private void aggregate(StoredTrace trace, ChunkReader reader) {
        if (trace.isChanged()) {
            try {
                List<ParsedDocument> documents = log.parse(trace, reader);
                memory.change(trace, () -> replace(trace, documents));
            } catch (RuntimeException | Error e) {
                // It stays as it was until its next document; others must not wait for it.
                memory.change(trace, trace::cancelAggregation);
                throw e;
            }
        }
    }

    private void replace(StoredTrace trace, List<ParsedDocument> documents) {
        forget(trace);
        AssembledTrace assembled = AssembledTrace.of(documents);
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (ParsedDocument document : documents) {
            Entity entity = document.entity();
            start = Math.min(start, entity.start());
            end = Math.max(end, Math.max(entity.start(), entity.end()));
        }
        trace.setAggregate(graphs.add(trace.id(), assembled), Term.of(assembled), start / 1000, end / 1000);
        index.add(trace);
        trace.indexed(true);
    }

    /** Removes what the trace had added. */
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
