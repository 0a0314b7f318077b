package com.anycompany.xray.local.store;

import com.anycompany.xray.local.graph.Memberships;
import com.anycompany.xray.local.graph.ServiceGraphs;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.trace.AssembledTrace;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the store holds, and how it comes, settles and leaves; {@link TraceStore} tells why it is built so. Not
 * thread-safe: the store guards it.
 */
final class Holdings {

    /** One byte in so many is for documents that can be read without unpacking. */
    private static final int PLAIN_SHARE = 4;

    private final StoreOptions options;
    private final Map<TraceId, StoredTrace> traces = new LinkedHashMap<>();
    private final Ledger ledger = new Ledger();
    private final DocumentLog log;
    private final Settlement settlement;
    final TraceIndex index = new TraceIndex();
    final ServiceGraphs graphs;
    private long nextNumber;
    private long documents;
    private long evicted;

    Holdings(StoreOptions options, Memberships memberships, ChunkKeeping disk) {
        this.options = options;
        this.graphs = new ServiceGraphs(memberships, this::linked);
        this.log = new DocumentLog(disk, plainBytes());
        this.settlement = new Settlement(ledger, log, index, graphs);
    }

    /** Takes the documents of an earlier life; to be called first. */
    void restore(Restoration.Restored earlier) {
        for (Chunk chunk : earlier.chunks()) {
            log.restore(chunk);
            chunk.forEach((content, offset) -> {
                if (Chunk.trace(content, offset) >= earlier.oldestTrace()) {
                    restore(chunk, content, offset);
                }
            });
        }
        settleAll();
    }

    private void restore(Chunk chunk, byte[] content, int offset) {
        SegmentDocument document = Chunk.judge(content, offset);
        long receivedMillis = Chunk.receivedMillis(content, offset);
        nextNumber = Math.max(nextNumber, Chunk.trace(content, offset));
        StoredTrace trace = known(document.traceId(), receivedMillis);
        if (trace.accepts(document)) {
            put(trace, document, DocumentLog.reference(chunk, offset));
            changed(trace, receivedMillis);
        }
    }

    /** Returns how many said something new. */
    int add(List<SegmentDocument> batch, long nowMillis) {
        Set<StoredTrace> changed = new HashSet<>();
        int added = 0;
        for (SegmentDocument document : batch) {
            StoredTrace trace = known(document.traceId(), nowMillis);
            if (trace.accepts(document)) {
                put(trace, document, log.append(document, nowMillis, trace.number()));
                changed.add(trace);
                added++;
            }
        }
        changed.forEach(trace -> changed(trace, nowMillis));
        shrink();
        log.keep();
        return added;
    }

    private StoredTrace known(TraceId id, long nowMillis) {
        StoredTrace known = traces.get(id);
        if (known != null) {
            return known;
        }
        StoredTrace trace = new StoredTrace(id, nextNumber++, nowMillis);
        traces.put(id, trace);
        ledger.enter(trace);
        return trace;
    }

    private void put(StoredTrace trace, SegmentDocument document, long reference) {
        ledger.leave(trace);
        documents += trace.put(document, reference) ? 1 : 0;
        ledger.enter(trace);
    }

    private void changed(StoredTrace trace, long nowMillis) {
        trace.touch(nowMillis);
        settlement.changed(trace);
    }

    /** How many traces have changed since they were put together. */
    int unsettled() {
        return settlement.waiting();
    }

    /** Looks at so many of them, the longest waiting first, and settles those that have been quiet for a moment. */
    void settleQuiet(long nowMillis, int some) {
        settlement.settleQuiet(nowMillis, some);
        shrink();
    }

    void settleAll() {
        settlement.settleAll();
        shrink();
    }

    /** Lets go what is old. */
    void tidy(long nowMillis) {
        evictBefore(nowMillis - options.retention().toMillis());
        shrink();
        log.keep();
    }

    /**
     * Ends whatever takes room, and settling does, too: lets the oldest go while there is more than may be. What waits to
     * be settled must not outgrow what is at hand to be settled quickly.
     */
    private void shrink() {
        settlement.settleDownTo(plainBytes() / 4 * 3);
        while (bytes() > options.maxBytes() && !traces.isEmpty()) {
            evictOldest();
        }
    }

    private long plainBytes() {
        return options.maxBytes() / PLAIN_SHARE;
    }

    private void evictBefore(long millis) {
        while (!traces.isEmpty() && oldest().createdMillis() < millis) {
            evictOldest();
        }
    }

    private StoredTrace oldest() {
        return traces.values().iterator().next();
    }

    private void evictOldest() {
        StoredTrace trace = oldest();
        traces.remove(trace.id());
        settlement.forget(trace);
        ledger.leave(trace);
        trace.leave();
        documents -= trace.documents().size();
        evicted++;
        log.release(traces.isEmpty() ? nextNumber : oldest().number());
    }

    /** A trace that another one links to. */
    private @Nullable AssembledTrace linked(TraceId id) {
        StoredTrace trace = traces.get(id);
        return trace == null ? null : AssembledTrace.of(log.parts(trace, new ChunkReader()));
    }

    @Nullable
    StoredTrace trace(TraceId id) {
        return traces.get(id);
    }

    Collection<StoredTrace> all() {
        return traces.values();
    }

    TraceReading read(StoredTrace trace, TraceOrder order, ChunkReader reader) {
        return TraceReading.of(trace, order, log, reader);
    }

    long documents() {
        return documents;
    }

    StoreUsage usage(DataFolder.State state) {
        return new StoreUsage(bytes(), options.maxBytes(), traces.size(), documents, evicted, state);
    }

    private long bytes() {
        return log.bytes() + ledger.bytes() + graphs.bytes();
    }
}
