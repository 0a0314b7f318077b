package com.anycompany.xray.local.store;

import com.anycompany.xray.local.decode.DocumentDecoder;
import com.anycompany.xray.local.graph.Memberships;
import com.anycompany.xray.local.graph.ServiceGraphs;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.trace.AssembledTrace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State of the store: traces, documents, index and graphs, and how they change; {@link TraceStore} says why it is built
 * so. Not thread-safe: the store guards it.
 */
final class StoreState {

    /** One byte in so many is for documents that can be read without unpacking. */
    private static final int PLAIN_SHARE = 4;

    /** A restore aggregates what exceeds this, so that a question finds little left to do. */
    private static final long RESTORE_PENDING_BYTES = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(StoreState.class);

    private final StoreOptions options;
    private final DocumentDecoder decoder;
    private final ChunkCompressor compressor = new ChunkCompressor();
    private final Map<TraceId, StoredTrace> traces = new LinkedHashMap<>();
    private final MemoryAccount memory = new MemoryAccount();
    private final DocumentLog log;
    private final TraceAggregation aggregation;
    final TraceIndex index = new TraceIndex();
    final ServiceGraphs graphs;
    private @Nullable RestoreQueue restoring;
    private long nextNumber;
    private long lastRestored = -1;
    private long found;
    private long damages;
    private long unreadable;
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

    /** Adds what an earlier process has left; to be called first. Its documents come by {@link #restoreSome}. */
    void restore(Restoration.Restored earlier) {
        log.restore(earlier);
        damages = earlier.damages();
        RestoreQueue queue = new RestoreQueue(earlier);
        found = queue.found();
        for (Chunk chunk : earlier.all()) {
            nextNumber = Math.max(nextNumber, chunk.newestTrace() + 1);
        }
        // A trace whose first document is damaged gets a later number than it had.
        nextNumber += found;
        restoring = queue.isEmpty() ? null : queue;
    }

    /** Restores the documents of one chunk, or of one batch received meanwhile; returns whether there are more. */
    boolean restoreSome() {
        RestoreQueue queue = restoring;
        if (queue == null) {
            return false;
        }
        Chunk chunk = queue.nextChunk();
        RestoreQueue.Received batch = chunk == null ? queue.nextReceived() : null;
        if (chunk != null) {
            restore(chunk, queue);
        } else if (batch != null) {
            try {
                restore(batch, queue);
            } catch (RuntimeException | Error e) {
                batch.added().completeExceptionally(e);
                throw e;
            }
        }
        if (queue.isEmpty()) {
            restoring = null;
        }
        aggregation.aggregateDownTo(RESTORE_PENDING_BYTES);
        shrink();
        return restoring != null;
    }

    private void restore(Chunk chunk, RestoreQueue queue) {
        long oldest = log.oldestTrace();
        chunk.forEach((content, offset) -> {
            long trace = Chunk.trace(content, offset);
            queue.done(trace >= queue.oldestTrace() ? 1 : 0);
            try {
                if (trace >= oldest) {
                    restore(chunk, content, offset);
                }
            } catch (RuntimeException | Error e) {
                unreadable++;
                LOG.debug("a stored document can't be read", e);
            }
        });
        if (unreadable > 0 && !queue.hasChunks()) {
            LOG.warn("{} stored documents can't be read, and are left out", unreadable);
        }
    }

    private void restore(Chunk chunk, byte[] content, int offset) {
        SegmentDocument document = Chunk.validate(content, offset, decoder);
        long receivedMillis = Chunk.receivedMillis(content, offset);
        long number = Chunk.trace(content, offset);
        StoredTrace trace = traces.get(document.traceId());
        if (trace == null) {
            lastRestored = Math.max(lastRestored + 1, number);
            trace = create(document.traceId(), lastRestored, receivedMillis);
        }
        chunk.keepFor(trace.number());
        if (trace.accepts(document.id())) {
            put(trace, document, DocumentLog.reference(chunk, offset));
            changed(trace, receivedMillis);
        }
    }

    private void restore(RestoreQueue.Received batch, RestoreQueue queue) {
        int added = 0;
        for (RestoreQueue.Document document : batch.documents()) {
            StoredTrace known = traces.get(document.trace());
            StoredTrace trace = known == null ? create(document.trace(), document.number(), batch.millis()) : known;
            if (trace.accepts(document.entity())) {
                put(trace, document.entity(), document.inProgress(), document.length(), document.reference());
                changed(trace, batch.millis());
                added++;
            }
        }
        queue.done(batch.documents().size());
        batch.added().complete(added);
    }

    /** Adds documents; tells how many were new, which is known at once unless earlier ones are still being restored. */
    CompletableFuture<Integer> add(List<SegmentDocument> batch, long nowMillis) {
        RestoreQueue queue = restoring;
        return queue == null
                ? CompletableFuture.completedFuture(addNow(batch, nowMillis))
                : addBehind(queue, batch, nowMillis);
    }

    private CompletableFuture<Integer> addBehind(RestoreQueue queue, List<SegmentDocument> batch, long nowMillis) {
        List<RestoreQueue.Document> documents = new ArrayList<>(batch.size());
        for (SegmentDocument document : batch) {
            long number = nextNumber++;
            documents.add(RestoreQueue.Document.of(document, log.append(document, nowMillis, number), number));
        }
        CompletableFuture<Integer> added = queue.add(documents, nowMillis);
        while (bytes() > options.maxBytes() && restoreSome()) {
            // What waits can't be evicted: there is no room for more before it is restored.
        }
        log.persist();
        return added;
    }

    private int addNow(List<SegmentDocument> batch, long nowMillis) {
        Set<StoredTrace> changed = new HashSet<>();
        int added = 0;
        for (SegmentDocument document : batch) {
            StoredTrace trace = known(document.traceId(), nowMillis);
            if (trace.accepts(document.id())) {
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
        return known == null ? create(id, nextNumber++, nowMillis) : known;
    }

    private StoredTrace create(TraceId id, long number, long nowMillis) {
        StoredTrace trace = new StoredTrace(id, number, nowMillis);
        traces.put(id, trace);
        memory.add(trace);
        return trace;
    }

    private void put(StoredTrace trace, SegmentDocument document, long reference) {
        put(trace, document.id(), document.inProgress(), document.content().length(), reference);
    }

    private void put(StoredTrace trace, long entity, boolean inProgress, int length, long reference) {
        memory.subtract(trace);
        try {
            documents += trace.put(entity, inProgress, length, reference) ? 1 : 0;
        } finally {
            memory.add(trace);
        }
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
     * Evicts the oldest traces while the bound is exceeded; to be called after anything that takes room, aggregation
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
        trace.cancelAggregation();
        documents -= trace.documents().size();
        evicted++;
        log.release(traces.isEmpty() ? next() : oldest().number());
    }

    /** The least number that the next trace can have. */
    private long next() {
        RestoreQueue queue = restoring;
        return queue == null ? nextNumber : lastRestored + 1;
    }

    /** Whether documents of an earlier process are still to be restored. */
    boolean isRestoring() {
        return restoring != null;
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
        long waiting = restoring == null ? 0 : restoring.waiting();
        return new StoreUsage(
                bytes(),
                options.maxBytes(),
                traces.size(),
                newestMillis(),
                documents,
                evicted,
                state,
                found,
                waiting,
                damages + (unreadable > 0 ? 1 : 0));
    }

    private @Nullable Long newestMillis() {
        List<StoredTrace> newest = index.newestFirst(TraceOrder.START, 0, Long.MAX_VALUE, null, Set.of(), 1);
        return newest.isEmpty() ? null : newest.get(0).startMillis();
    }

    private long bytes() {
        return log.bytes() + memory.bytes() + graphs.bytes() + (restoring == null ? 0 : restoring.bytes());
    }
}
