package com.anycompany.xray.local.store;

import com.anycompany.xray.local.graph.Memberships;
import com.anycompany.xray.local.graph.Observations;
import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.graph.ServiceGraphs;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.segment.TraceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * All traces, in memory.
 *
 * <p>Built for many small documents, few questions, and a bound on bytes. Four structures, fed by one document
 * {@code D} of trace {@code T7}:
 *
 * <pre>
 * log     chunk 41 [ … | T6 doc | T7 doc D | … ]   bytes as received; a full chunk is packed (about 5 : 1)
 * traces  T1 → … , T7 → { number 7, documents [D's entity → 41:8123, …], observations, times }   in order of creation
 * index   by start, by last receipt, by end:  (10:00:07.120, 7) → T7                   for GetTraceSummaries
 * graphs  minute 10:00: frontend 12 ok, frontend→Carts 12 ok 1 throttled               for GetServiceGraph
 * </pre>
 *
 * <p>Arrival only judges the document, appends it and marks T7 unsettled. Settling, once a trace has been quiet for a
 * moment or somebody asks, reads the documents again, puts the trace together, and replaces what it had added to index and
 * graphs. So a trace of twelve documents is assembled once or twice, not twelve times, and yet every answer knows all
 * that has arrived.
 *
 * <p>No document's parsed form is kept: parsing twice costs less than the garbage collector takes for moving what waits
 * (ADR 018). What has just come lies there unpacked.
 *
 * <p>When the bytes exceed the bound, the trace created first leaves, wholly, and its chunk with the last of its
 * traces.
 */
public final class TraceStore implements AutoCloseable {

    /** So many traces are settled before somebody else gets a turn. */
    private static final int SLICE = 16;

    /** A larger batch is waited for: what waits takes room. */
    private static final int MOST_BYTES_LEFT = 256 * 1024;

    private final CombiningLock lock = new CombiningLock();
    private final DataFolder disk;
    private final Holdings held;

    /** A store in memory, without groups. */
    public TraceStore(StoreOptions options) {
        this(options, Memberships.NONE, DataFolder.NONE);
    }

    /** A store in memory. */
    public TraceStore(StoreOptions options, Memberships memberships) {
        this(options, memberships, DataFolder.NONE);
    }

    /** @param disk where the documents are kept, besides; what it holds already comes with {@link #restore} */
    public TraceStore(StoreOptions options, Memberships memberships, DataFolder disk) {
        this.disk = disk;
        this.held = new Holdings(options, memberships, disk.keeping());
    }

    /** Brings the documents of an earlier life back; returns how many. To be called first, if at all. */
    public long restore() throws IOException {
        Restoration.Restored earlier = disk.restore();
        return lock.run(() -> {
            held.restore(earlier);
            return held.documents();
        });
    }

    /** Takes documents in; returns how many said something new. With a folder, they outlive this process from then on. */
    public int add(List<SegmentDocument> batch, long nowMillis) {
        return lock.delegate(() -> held.add(batch, nowMillis));
    }

    /**
     * Takes documents in, now or soon: whoever asks for anything from now on, finds them. With a folder it is now.
     *
     * @return how many said something new, once it is known
     */
    public CompletableFuture<Integer> addSoon(List<SegmentDocument> batch, long nowMillis) {
        if (disk.state() == DataFolder.State.MEMORY_ONLY && length(batch) <= MOST_BYTES_LEFT) {
            CompletableFuture<Integer> added = new CompletableFuture<>();
            boolean left = lock.leave(() -> {
                try {
                    added.complete(held.add(batch, nowMillis));
                } catch (RuntimeException | Error e) {
                    added.completeExceptionally(e);
                }
            });
            if (left) {
                return added;
            }
        }
        return CompletableFuture.completedFuture(add(batch, nowMillis));
    }

    private static long length(List<SegmentDocument> batch) {
        long length = 0;
        for (SegmentDocument document : batch) {
            length += document.content().length();
        }
        return length;
    }

    /**
     * The same for one thread that adds all the time: it waits for its turn, since its processor has the documents at hand and
     * another's hasn't.
     */
    public int addInTurn(List<SegmentDocument> batch, long nowMillis) {
        return lock.run(() -> held.add(batch, nowMillis));
    }

    /**
     * Settles what has been quiet for a moment and lets old traces go; to be called several times a second. In slices, so
     * that who waits for the store doesn't wait for all of it.
     */
    public void tidy(long nowMillis) {
        for (int rest = lock.run(held::unsettled); rest > 0; rest -= SLICE) {
            int some = Math.min(rest, SLICE);
            lock.run(() -> {
                held.settleQuiet(nowMillis, some);
                return true;
            });
        }
        lock.run(() -> {
            held.tidy(nowMillis);
            return true;
        });
    }

    /** The traces that are known of those asked for. */
    public List<TraceReading> find(Collection<TraceId> ids) {
        return lock.run(() -> {
            ChunkReader reader = new ChunkReader();
            List<TraceReading> found = new ArrayList<>();
            for (TraceId id : ids) {
                StoredTrace trace = held.trace(id);
                if (trace != null) {
                    found.add(held.read(trace, TraceOrder.START, reader));
                }
            }
            return found;
        });
    }

    /** At most {@code limit} traces whose time lies in {@code [from, until)}, newest first. */
    public List<TraceReading> newestFirst(TraceOrder order, long from, long until, @Nullable Cursor after, int limit) {
        return newestFirst(order, from, until, after, Set.of(), limit);
    }

    /** The same, without most of the traces that lack one of the terms. */
    public List<TraceReading> newestFirst(
            TraceOrder order, long from, long until, @Nullable Cursor after, Set<Term> terms, int limit) {
        return lock.run(() -> {
            held.settleAll();
            ChunkReader reader = new ChunkReader();
            return held.index.newestFirst(order, from, until, after, terms, limit).stream()
                    .map(trace -> held.read(trace, order, reader))
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
            held.settleAll();
            return held.graphs.between(group, from, until);
        });
    }

    /** A group is no more; from now on its number may stand for another one. */
    public void forgetGroup(int group) {
        lock.run(() -> {
            List<Observations> observed = new ArrayList<>();
            for (StoredTrace trace : held.all()) {
                Observations observations = trace.observations();
                if (observations != null) {
                    observed.add(observations);
                }
            }
            held.graphs.forget(group, observed);
            return true;
        });
    }

    /** The service graph of some traces; those that aren't known add nothing. */
    public ServiceGraph traceGraph(Collection<TraceId> ids) {
        return lock.run(() -> {
            held.settleAll();
            List<Observations> observations = new ArrayList<>();
            for (TraceId id : ids) {
                StoredTrace trace = held.trace(id);
                Observations seen = trace == null ? null : trace.observations();
                if (seen != null) {
                    observations.add(seen);
                }
            }
            return held.graphs.of(observations);
        });
    }

    public StoreUsage usage() {
        return lock.run(() -> held.usage(disk.state()));
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
