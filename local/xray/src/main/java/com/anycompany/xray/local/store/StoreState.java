package com.anycompany.xray.local.store;

import com.anycompany.xray.local.decode.DocumentDecoder;
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
 * State of the store: traces, documents, index and graphs, and how they change; {@link TraceStore} says why it is built
 * so. Not thread-safe: the store guards it.
 */
final class StoreState {

    /** One byte in so many is for documents that can be read without unpacking. */
    private static final int PLAIN_SHARE = 4;

    private final StoreOptions options;
    private final DocumentDecoder decoder;
    private final ChunkCompressor compressor = new ChunkCompressor();
    private final Map<TraceId, StoredTrace> traces = new LinkedHashMap<>();
    private final MemoryAccount memory = new MemoryAccount();
    private final DocumentLog log;
    private final TraceAggregation aggregation;
    final TraceIndex index = new TraceIndex();
    final ServiceGraphs graphs;
    private long nextNumber;
    private long documents;
    private long evicted;

    StoreState(StoreOptions options, DocumentDecoder decoder, Memberships memberships, ChunkPersistence disk) {
        this.options = options;
        this.decoder = decoder;
        this.graphs = new ServiceGraphs(memberships, this::linked);
        this.log = new DocumentLog(disk, decoder, compressor, plainBytes());
        this.aggregation = new TraceAggregation(memory, log, index, graphs);
    }

    ChunkCompressor compressor() {
        return compressor;
    }

    /** Adds the documents of an earlier process; to be called first. */
    void restore(Restoration.Restored earlier) {
        for (Chunk chunk : earlier.chunks()) {
            log.restore(chunk);
            chunk.forEach((content, offset) -> {
                if (Chunk.trace(content, offset) >= earlier.oldestTrace()) {
                    restore(chunk, content, offset);
                }
            });
        }
        aggregateAll();
    }

    private void restore(Chunk chunk, byte[] content, int offset) {
        SegmentDocument document = Chunk.validate(content, offset, decoder);
        long receivedMillis = Chunk.receivedMillis(content, offset);
        nextNumber = Math.max(nextNumber, Chunk.trace(content, offset));
        StoredTrace trace = known(document.traceId(), receivedMillis);
        if (trace.accepts(document)) {
            put(trace, document, DocumentLog.reference(chunk, offset));
            changed(trace, receivedMillis);
        }
    }

    /** Returns how many were new. */
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
        log.persist();
        return added;
    }

    private StoredTrace known(TraceId id, long nowMillis) {
        StoredTrace known = traces.get(id);
        if (known != null) {
            return known;
        }
        StoredTrace trace = new StoredTrace(id, nextNumber++, nowMillis);
        traces.put(id, trace);
        memory.add(trace);
        return trace;
    }

    private void put(StoredTrace trace, SegmentDocument document, long reference) {
        memory.subtract(trace);
        documents += trace.put(document, reference) ? 1 : 0;
        memory.add(trace);
    }

    private void changed(StoredTrace trace, long nowMillis) {
        trace.touch(nowMillis);
        aggregation.changed(trace);
    }

    /** How many traces have changed since they were aggregated. */
    int changedTraces() {
        return aggregation.waiting();
    }

    /** Looks at so many of them, the longest waiting first, and aggregates those that have been quiet for a moment. */
    void aggregateQuiet(long nowMillis, int some) {
        aggregation.aggregateQuiet(nowMillis, some);
        shrink();
    }

    void aggregateAll() {
        aggregation.aggregateAll();
        shrink();
    }

    /** Evicts what is old. */
    void tidy(long nowMillis) {
        evictBefore(nowMillis - options.retention().toMillis());
        shrink();
        log.persist();
    }

    /**
     * Evicts the oldest traces while the bound is exceeded; to be called after whatever takes room, aggregation
     * included. The documents that wait for aggregation must not outgrow those that are there uncompressed.
     */
    private void shrink() {
        aggregation.aggregateDownTo(plainBytes() / 4 * 3);
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
        aggregation.forget(trace);
        memory.subtract(trace);
        trace.evict();
        documents -= trace.documents().size();
        evicted++;
        log.release(traces.isEmpty() ? nextNumber : oldest().number());
    }

    /** A trace that another one links to. */
    private @Nullable AssembledTrace linked(TraceId id) {
        StoredTrace trace = traces.get(id);
        return trace == null ? null : AssembledTrace.of(log.parse(trace, new ChunkReader()));
    }

    @Nullable
    StoredTrace trace(TraceId id) {
        return traces.get(id);
    }

    Collection<StoredTrace> all() {
        return traces.values();
    }

    TraceSnapshot read(StoredTrace trace, TraceOrder order, ChunkReader reader) {
        return TraceSnapshot.of(trace, order, log, reader);
    }

    long documents() {
        return documents;
    }

    StoreUsage usage(DataFolder.State state) {
        return new StoreUsage(bytes(), options.maxBytes(), traces.size(), documents, evicted, state);
    }

    private long bytes() {
        return log.bytes() + memory.bytes() + graphs.bytes();
    }
}
