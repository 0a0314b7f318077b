package com.anycompany.xray.local.store;

import com.anycompany.xray.local.decode.DocumentDecoder;
import com.anycompany.xray.local.graph.Memberships;
import com.anycompany.xray.local.graph.Observations;
import com.anycompany.xray.local.graph.SelectedStatistics;
import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.graph.ServiceGraphs;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.segment.TraceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Trace store: all traces, in memory.
 *
 * <p>Built for many small documents, few questions, and a bound on bytes. Four structures, fed by one document {@code
 * D} of trace {@code T7}:
 *
 * <pre>
 * log     chunk 41 [ … | T6 doc | T7 doc D | … ]   bytes as received; a full chunk is packed (about 5 : 1)
 * traces  T1 → … , T7 → { number 7, documents [D's entity → 41:8123, …], observations, times }   in order of creation
 * index   by start, by last receipt, by end:  (10:00:07.120, 7) → T7                   for GetTraceSummaries
 * graphs  minute 10:00: frontend 12 ok, frontend→Carts 12 ok 1 throttled               for GetServiceGraph
 * </pre>
 *
 * <p>A document that arrives is appended only, and T7 marked as changed. Aggregation, once a trace has been quiet for a
 * moment or there is a question, parses its documents, assembles the trace, and replaces what it had added to index and
 * graphs. So a trace of twelve documents is assembled once or twice, not twelve times, and yet every answer includes
 * all that has arrived.
 *
 * <p>No document's parsed form is kept: parsing twice costs less than the garbage collector takes for moving what waits
 * (ADR 018). What has just come is there uncompressed.
 *
 * <p>When the bytes exceed the bound, the trace created first leaves, wholly, and its chunk with the last of its
 * traces.
 */
public final class TraceStore implements AutoCloseable {

    /** So many traces are aggregated before another thread gets a turn. */
    private static final int SLICE = 16;

    /** A larger batch is waited for: what waits takes room. */
    private static final int MAX_BYTES_SUBMITTED = 256 * 1024;

    private final CombiningLock lock = new CombiningLock();
    private final DataFolder disk;
    private final DocumentDecoder decoder;
    private final StoreState state;

    /** A store in memory, without groups, with a decoder of its own. */
    public TraceStore(StoreOptions options) {
        this(options, Memberships.NONE);
    }

    /** A store in memory, with a decoder of its own. */
    public TraceStore(StoreOptions options, Memberships memberships) {
        this(options, new DocumentDecoder(), memberships, DataFolder.NONE);
    }

    /**
     * Creates a store; what the folder holds already comes with {@link #restore}.
     *
     * @param decoder has to validate the documents that are added, since it knows their templates
     * @param disk where the documents are kept, besides
     */
    public TraceStore(StoreOptions options, DocumentDecoder decoder, Memberships memberships, DataFolder disk) {
        this.disk = disk;
        this.decoder = decoder;
        this.state = new StoreState(options, decoder, memberships, disk.persistence());
    }

    /** The decoder that documents have to be validated by. */
    public DocumentDecoder decoder() {
        return decoder;
    }

    /** Restores the documents of an earlier process; returns how many. To be called first, if at all. */
    public long restore() throws IOException {
        try {
            open(() -> {});
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the data folder can't be read", e);
        }
        while (restoreSome()) {
            // Each call does some more.
        }
        return lock.run(() -> {
            state.aggregateAll();
            return state.documents();
        });
    }

    /** What begins to receive documents. */
    @FunctionalInterface
    public interface Listening {
        void start() throws Exception;
    }

    /**
     * Reads what an earlier process has left, which takes a moment; its documents come by {@link #restoreSome}. Nothing is
     * lost of what arrives meanwhile: it waits for that moment. To be called first, if at all.
     */
    public void open(Listening listening) throws Exception {
        Exception failure =
                lock.run(() -> Optional.ofNullable(tryOpen(listening))).orElse(null);
        if (failure != null) {
            throw failure;
        }
    }

    private @Nullable Exception tryOpen(Listening listening) {
        try {
            listening.start();
            state.restore(disk.restore(state.compressor()));
            return null;
        } catch (Exception e) {
            return e;
        }
    }

    /** Restores some more of the earlier process's documents; returns whether there are others. */
    public boolean restoreSome() {
        return lock.run(state::restoreSome);
    }

    /** Whether documents of an earlier process are still being restored. */
    public boolean isRestoring() {
        return lock.run(state::isRestoring);
    }

    /** Adds documents; returns how many were new. With a folder, they survive the end of this process from then on. */
    public int add(List<SegmentDocument> batch, long nowMillis) {
        return addAndKeep(batch, nowMillis).join();
    }

    private CompletableFuture<Integer> addAndKeep(List<SegmentDocument> batch, long nowMillis) {
        return lock.execute(() -> state.add(batch, nowMillis));
    }

    /**
     * Adds documents, now or soon; every question that is asked from now on finds them, unless those of an earlier process
     * are still being restored. With a folder it is now.
     *
     * @return how many were new, once it is known
     */
    public CompletableFuture<Integer> addSoon(List<SegmentDocument> batch, long nowMillis) {
        if (disk.state() == DataFolder.State.MEMORY_ONLY && length(batch) <= MAX_BYTES_SUBMITTED) {
            CompletableFuture<Integer> added = new CompletableFuture<>();
            boolean submitted = lock.submit(() -> {
                try {
                    added.complete(state.add(batch, nowMillis).join());
                } catch (RuntimeException | Error e) {
                    added.completeExceptionally(e);
                }
            });
            if (submitted) {
                return added;
            }
        }
        return addAndKeep(batch, nowMillis);
    }

    private static long length(List<SegmentDocument> batch) {
        long length = 0;
        for (SegmentDocument document : batch) {
            length += document.content().length();
        }
        return length;
    }

    /**
     * The same for one thread that adds all the time: it waits for its turn, since the documents are in its processor's
     * cache.
     */
    public CompletableFuture<Integer> addInTurn(List<SegmentDocument> batch, long nowMillis) {
        return lock.run(() -> state.add(batch, nowMillis));
    }

    /**
     * Aggregates what has been quiet for a moment and evicts old traces; to be called several times a second. In
     * slices, so that no thread has to wait for all of it.
     */
    public void tidy(long nowMillis) {
        tidy(nowMillis, nowMillis);
    }

    /** @param retentionMillis the time by which traces are too old */
    public void tidy(long nowMillis, long retentionMillis) {
        for (int rest = lock.run(state::changedTraces); rest > 0; rest -= SLICE) {
            int some = Math.min(rest, SLICE);
            lock.run(() -> {
                state.aggregateQuiet(nowMillis, some);
                return true;
            });
        }
        lock.run(() -> {
            state.tidy(retentionMillis);
            return true;
        });
    }

    /** The traces that are known of those asked for. */
    public List<TraceSnapshot> find(Collection<TraceId> ids) {
        return lock.run(() -> {
            ChunkReader reader = new ChunkReader();
            List<TraceSnapshot> found = new ArrayList<>();
            for (TraceId id : ids) {
                StoredTrace trace = state.trace(id);
                if (trace != null) {
                    found.add(state.read(trace, TraceOrder.START, reader));
                }
            }
            return found;
        });
    }

    /** At most {@code limit} traces whose time lies in {@code [from, until)}, newest first. */
    public List<TraceSnapshot> newestFirst(TraceOrder order, long from, long until, @Nullable Cursor after, int limit) {
        return newestFirst(order, from, until, after, Set.of(), limit);
    }

    /** The same, without most of the traces that lack one of the terms. */
    public List<TraceSnapshot> newestFirst(
            TraceOrder order, long from, long until, @Nullable Cursor after, Set<Term> terms, int limit) {
        return lock.run(() -> {
            state.aggregateAll();
            ChunkReader reader = new ChunkReader();
            return state.index.newestFirst(order, from, until, after, terms, limit).stream()
                    .map(trace -> state.read(trace, order, reader))
                    .toList();
        });
    }

    /** The service graph of what was received in {@code [from, until)}, in seconds since the epoch. */
    public ServiceGraph serviceGraph(int from, int until) {
        return serviceGraph(ServiceGraphs.ALL_TRACES, from, until);
    }

    /** The same of the traces of one group. */
    public ServiceGraph serviceGraph(int group, int from, int until) {
        return lock.run(() -> {
            state.aggregateAll();
            return state.graphs.between(group, from, until);
        });
    }

    /** The sum of the statistics of some services or calls of a group's traces in the same period. */
    public SelectedStatistics statistics(int group, int from, int until, SelectedStatistics.Selector selector) {
        return lock.run(() -> {
            state.aggregateAll();
            return state.graphs.sum(group, from, until, selector);
        });
    }

    /** Removes a group; from now on its number may be used for another one. */
    public void forgetGroup(int group) {
        lock.run(() -> {
            List<Observations> observed = new ArrayList<>();
            for (StoredTrace trace : state.all()) {
                Observations observations = trace.observations();
                if (observations != null) {
                    observed.add(observations);
                }
            }
            state.graphs.forget(group, observed);
            return true;
        });
    }

    /** The service graph of some traces; those that aren't known add nothing. */
    public ServiceGraph traceGraph(Collection<TraceId> ids) {
        return lock.run(() -> {
            state.aggregateAll();
            List<Observations> observations = new ArrayList<>();
            for (TraceId id : ids) {
                StoredTrace trace = state.trace(id);
                Observations seen = trace == null ? null : trace.observations();
                if (seen != null) {
                    observations.add(seen);
                }
            }
            return state.graphs.of(observations);
        });
    }

    public StoreUsage usage() {
        return lock.run(() -> state.usage(disk.state()));
    }

    @Override
    public void close() throws IOException {
        try {
            lock.run(() -> {
                closeDisk();
                return true;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void closeDisk() {
        try {
            disk.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
