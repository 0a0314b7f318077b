package com.anycompany.xray.local.store;

import com.anycompany.xray.local.graph.Observations;
import com.anycompany.xray.local.segment.TraceId;
import org.jspecify.annotations.Nullable;

/** State of one trace in the store, apart from its documents themselves. */
final class StoredTrace {

    private static final int BYTES = 480;

    /** Here, and in the index. */
    private static final int TERM_BYTES = Character.BYTES + 6;

    private final TraceId id;
    private final long number;
    private final long createdMillis;
    private final DocumentSet documents = new DocumentSet();
    private long updatedMillis;
    private long aggregatedMillis;
    private long startMillis;
    private long endMillis;
    private int revision;
    private int pendingBytes;
    private char[] terms = new char[0];
    private boolean indexed;
    private boolean changed;
    private @Nullable Observations observations;

    StoredTrace(TraceId id, long number, long createdMillis) {
        this.id = id;
        this.number = number;
        this.createdMillis = createdMillis;
    }

    /** Whether the document is new; a second completed copy isn't. */
    boolean accepts(long entity) {
        return documents.awaits(entity);
    }

    /**
     * Returns whether it is one document more, rather than one in place of another.
     *
     * @param length the document's
     */
    boolean put(long entity, boolean inProgress, int length, long reference) {
        pendingBytes += length;
        return documents.put(entity, inProgress, reference);
    }

    DocumentSet documents() {
        return documents;
    }

    /** A batch has changed it. */
    void touch(long millis) {
        updatedMillis = millis;
        revision++;
    }

    void setAggregate(Observations seen, char[] found, long start, long end) {
        observations = seen;
        terms = found;
        aggregatedMillis = updatedMillis;
        startMillis = start;
        endMillis = end;
        documents.trim();
        changed = false;
        pendingBytes = 0;
    }

    /** There is nothing to be aggregated any more: it has left the store, or can't be aggregated as it is. */
    void cancelAggregation() {
        changed = false;
        pendingBytes = 0;
    }

    TraceId id() {
        return id;
    }

    long number() {
        return number;
    }

    long createdMillis() {
        return createdMillis;
    }

    long updatedMillis() {
        return updatedMillis;
    }

    /** The receipt of the latest update that has been aggregated. */
    long aggregatedMillis() {
        return aggregatedMillis;
    }

    long startMillis() {
        return startMillis;
    }

    long endMillis() {
        return endMillis;
    }

    /** What can be said of it, as numbers of {@link Term}s. */
    char[] terms() {
        return terms;
    }

    int revision() {
        return revision;
    }

    boolean indexed() {
        return indexed;
    }

    void indexed(boolean now) {
        indexed = now;
    }

    boolean isChanged() {
        return changed;
    }

    void markChanged() {
        changed = true;
    }

    /** The length of its documents that wait for aggregation. */
    int pendingBytes() {
        return pendingBytes;
    }

    @Nullable
    Observations observations() {
        return observations;
    }

    /** Roughly what it occupies, apart from its documents. */
    int bytes() {
        Observations seen = observations;
        return BYTES + terms.length * TERM_BYTES + documents.bytes() + (seen == null ? 0 : seen.bytes());
    }
}
