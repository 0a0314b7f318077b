package com.anycompany.xray.local.store;

import com.anycompany.xray.local.graph.Observations;
import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.graph.ServiceGraphs;
import com.anycompany.xray.local.segment.AssembledTrace;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.segment.TraceId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All traces, in memory.
 *
 * <p>Built for many small documents, few questions, and a bound on bytes. Four structures, fed by one document
 * {@code D} of trace {@code T7}:
 *
 * <pre>
 * log     chunk 41 [ … | T6 doc | T7 doc D | … ]   bytes as received; a full chunk is compressed (about 5 : 1)
 * traces  T1 → … , T7 → { number 7, documents [41:8123, …], observations, times }      in order of creation
 * index   by start, by last receipt, by end:  (10:00:07.120, 7) → T7                   for GetTraceSummaries
 * graphs  minute 10:00: frontend 12 ok, frontend→Carts 12 ok 1 throttled               for GetServiceGraph
 * </pre>
 *
 * <p>Arrival only parses the document, appends it and marks T7 unsettled. Settling, once a trace has been quiet for a
 * moment or somebody asks, puts the trace together, and replaces what it had added to index and graphs. So a trace of
 * twelve documents is assembled once or twice, not twelve times, and yet every answer knows all that has arrived.
 *
 * <p>The documents' parsed form stays at hand while a trace is warm (documents are still coming); a cold trace to
 * which a late document comes is parsed again from the log. Summaries and documents are always read from the log.
 *
 * <p>When the bytes exceed the bound, the trace created first leaves, wholly, and its chunk with the last of its
 * traces.
 */
public final class TraceStore {

    private static final int WARM_FACTOR = 2;
    private static final int WARM_SHARE = 4;
    private static final long QUIET_MILLIS = 100;
    private static final long RESTLESS_MILLIS = 1000;
    private static final long WARM_MILLIS = 5000;

    private final StoreOptions options;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Map<TraceId, StoredTrace> traces = new LinkedHashMap<>();
    private final DocumentLog log = new DocumentLog();
    private final TraceIndex index = new TraceIndex();
    private final ServiceGraphs graphs = new ServiceGraphs();
    private final Set<StoredTrace> warm = new LinkedHashSet<>();
    private final Deque<StoredTrace> unsettled = new ArrayDeque<>();
    private long nextNumber;
    private long traceBytes;
    private long warmBytes;
    private long documents;
    private long evicted;

    public TraceStore(StoreOptions options) {
        this.options = options;
    }

    /** Takes documents in; returns how many said something new. */
    public int add(List<SegmentDocument> batch, long nowMillis) {
        return locked(() -> {
            Set<StoredTrace> changed = new HashSet<>();
            int added = 0;
            for (SegmentDocument document : batch) {
                StoredTrace trace = warmTrace(document.traceId(), nowMillis);
                if (trace.accepts(document)) {
                    put(trace, document, nowMillis);
                    changed.add(trace);
                    added++;
                }
            }
            changed.forEach(trace -> changed(trace, nowMillis));
            shrink();
            return added;
        });
    }

    private StoredTrace warmTrace(TraceId id, long nowMillis) {
        StoredTrace trace = traces.get(id);
        if (trace == null) {
            trace = new StoredTrace(id, nextNumber++, nowMillis);
            traces.put(id, trace);
            traceBytes += trace.bytes();
            warm.add(trace);
        } else {
            warmUp(trace);
        }
        return trace;
    }

    private void warmUp(StoredTrace trace) {
        if (!trace.isWarm()) {
            traceBytes -= trace.bytes();
            trace.warmUp(TraceReading.parts(
                    reading(trace, TraceOrder.START, new ChunkReader()).documents()));
            traceBytes += trace.bytes();
            warm.add(trace);
        }
    }

    private void put(StoredTrace trace, SegmentDocument document, long nowMillis) {
        long reference = log.append(document.bytes(), nowMillis, trace.number());
        warmBytes -= trace.warmBytes();
        documents += trace.put(document, reference, nowMillis) ? 1 : 0;
        warmBytes += trace.warmBytes();
    }

    private void changed(StoredTrace trace, long nowMillis) {
        trace.touch(nowMillis);
        warm.remove(trace);
        warm.add(trace);
        if (!trace.unsettled()) {
            trace.unsettle();
            unsettled.add(trace);
        }
    }

    /** Settles what has been quiet for a moment, lets old traces go; to be called several times a second. */
    public void tidy(long nowMillis) {
        locked(() -> {
            settleQuiet(nowMillis);
            coolDownWhile(trace -> trace.updatedMillis() < nowMillis - WARM_MILLIS);
            evictBefore(nowMillis - options.retention().toMillis());
            return true;
        });
    }

    private void settleQuiet(long nowMillis) {
        for (int i = unsettled.size(); i > 0; i--) {
            StoredTrace trace = unsettled.remove();
            boolean quiet = trace.updatedMillis() <= nowMillis - QUIET_MILLIS
                    || trace.settledMillis() <= nowMillis - RESTLESS_MILLIS;
            if (quiet) {
                settle(trace);
            } else {
                unsettled.add(trace);
            }
        }
    }

    private void settleAll() {
        for (StoredTrace trace = unsettled.poll(); trace != null; trace = unsettled.poll()) {
            settle(trace);
        }
    }

    private void settle(StoredTrace trace) {
        if (!trace.unsettled()) {
            return;
        }
        warmUp(trace);
        traceBytes -= trace.bytes();
        forget(trace);
        AssembledTrace assembled = AssembledTrace.of(trace.parts());
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (var part : trace.parts()) {
            Entity entity = part.entity();
            start = Math.min(start, entity.start());
            end = Math.max(end, Math.max(entity.start(), entity.end()));
        }
        trace.settle(graphs.add(assembled), start / 1000, end / 1000);
        index.add(trace);
        trace.indexed(true);
        traceBytes += trace.bytes();
    }

    private void forget(StoredTrace trace) {
        Observations earlier = trace.observations();
        if (earlier != null) {
            graphs.remove(earlier);
        }
        if (trace.indexed()) {
            index.remove(trace);
            trace.indexed(false);
        }
    }

    private void shrink() {
        if (warmBytes * WARM_FACTOR > options.maxBytes() / WARM_SHARE) {
            coolDownWhile(trace -> warmBytes * WARM_FACTOR > options.maxBytes() / WARM_SHARE / 2);
        }
        while (bytes() > options.maxBytes() && !traces.isEmpty()) {
            evictOldest();
        }
    }

    private void coolDownWhile(Predicate<StoredTrace> condition) {
        Iterator<StoredTrace> longestQuiet = warm.iterator();
        while (longestQuiet.hasNext()) {
            StoredTrace trace = longestQuiet.next();
            if (!condition.test(trace)) {
                return;
            }
            settle(trace);
            traceBytes -= trace.bytes();
            warmBytes -= trace.warmBytes();
            trace.coolDown();
            traceBytes += trace.bytes();
            longestQuiet.remove();
        }
    }

    private void evictBefore(long millis) {
        while (!traces.isEmpty() && traces.values().iterator().next().createdMillis() < millis) {
            evictOldest();
        }
    }

    private void evictOldest() {
        Iterator<StoredTrace> oldest = traces.values().iterator();
        StoredTrace trace = oldest.next();
        oldest.remove();
        forget(trace);
        trace.leave();
        warm.remove(trace);
        traceBytes -= trace.bytes();
        warmBytes -= trace.warmBytes();
        documents -= trace.references().length;
        evicted++;
        log.release(
                traces.isEmpty()
                        ? nextNumber
                        : traces.values().iterator().next().number());
    }

    private long bytes() {
        return log.bytes() + traceBytes + warmBytes * WARM_FACTOR + graphs.bytes();
    }

    /** The traces that are known of those asked for. */
    public List<TraceReading> find(Collection<TraceId> ids) {
        return locked(() -> {
            ChunkReader reader = new ChunkReader();
            List<TraceReading> found = new ArrayList<>();
            for (TraceId id : ids) {
                StoredTrace trace = traces.get(id);
                if (trace != null) {
                    found.add(reading(trace, TraceOrder.START, reader));
                }
            }
            return found;
        });
    }

    /** At most {@code limit} traces whose time lies in {@code [from, until)}, newest first. */
    public List<TraceReading> newestFirst(TraceOrder order, long from, long until, @Nullable Cursor after, int limit) {
        return locked(() -> {
            settleAll();
            ChunkReader reader = new ChunkReader();
            return index.newestFirst(order, from, until, after, limit).stream()
                    .map(trace -> reading(trace, order, reader))
                    .toList();
        });
    }

    private TraceReading reading(StoredTrace trace, TraceOrder order, ChunkReader reader) {
        long[] references = trace.references();
        List<Chunk> chunks = new ArrayList<>(references.length);
        int[] offsets = new int[references.length];
        for (int i = 0; i < references.length; i++) {
            chunks.add(log.chunk(references[i]));
            offsets[i] = DocumentLog.offset(references[i]);
        }
        return new TraceReading(trace, order.position(trace), chunks, offsets, reader);
    }

    /** The service graph of what was received in {@code [from, until)}, in seconds since the epoch. */
    public ServiceGraph serviceGraph(int from, int until) {
        return locked(() -> {
            settleAll();
            return graphs.between(from, until);
        });
    }

    /** The service graph of some traces; those that aren't known add nothing. */
    public ServiceGraph traceGraph(Collection<TraceId> ids) {
        return locked(() -> {
            settleAll();
            List<Observations> observations = new ArrayList<>();
            for (TraceId id : ids) {
                StoredTrace trace = traces.get(id);
                Observations seen = trace == null ? null : trace.observations();
                if (seen != null) {
                    observations.add(seen);
                }
            }
            return graphs.of(observations);
        });
    }

    public StoreUsage usage() {
        return locked(() -> new StoreUsage(bytes(), options.maxBytes(), traces.size(), documents, evicted));
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
