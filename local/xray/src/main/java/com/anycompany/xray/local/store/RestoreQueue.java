package com.anycompany.xray.local.store;

import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.segment.TraceId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Work list of a restore: the chunks of the earlier process, and behind them the documents that have been received since
 * the start. Those are in the log already, and so on disk, but join their traces only when everything before them has: so
 * traces keep their order, and the first completed copy of a document stays the first.
 */
final class RestoreQueue {

    private static final int DOCUMENT_BYTES = 120;

    private final Deque<Chunk> chunks;
    private final Deque<Received> received = new ArrayDeque<>();
    private final long oldestTrace;
    private final long found;
    private long waiting;
    private long receivedDocuments;

    /** A document that was received meanwhile, without its content. */
    record Document(TraceId trace, long entity, boolean inProgress, int length, long reference, long number) {

        static Document of(SegmentDocument document, long reference, long number) {
            return new Document(
                    document.traceId(),
                    document.id(),
                    document.inProgress(),
                    document.content().length(),
                    reference,
                    number);
        }
    }

    /** A batch that was received meanwhile; {@code added} is told how many of it were new. */
    record Received(List<Document> documents, long millis, CompletableFuture<Integer> added) {}

    RestoreQueue(Restoration.Restored earlier) {
        chunks = new ArrayDeque<>(earlier.all());
        oldestTrace = earlier.oldestTrace();
        long documents = 0;
        for (Chunk chunk : chunks) {
            documents += chunk.documents(earlier.oldestTrace());
        }
        found = documents;
        waiting = documents;
    }

    /** What is older had left before the start. */
    long oldestTrace() {
        return oldestTrace;
    }

    /** How many documents of the earlier process there are, superseded ones included. */
    long found() {
        return found;
    }

    /** How many documents are still to be restored. */
    long waiting() {
        return waiting;
    }

    /** The next chunk; null if all have been restored. */
    @Nullable
    Chunk nextChunk() {
        return chunks.poll();
    }

    boolean hasChunks() {
        return !chunks.isEmpty();
    }

    /** The next batch that was received meanwhile; null if there is none. */
    @Nullable
    Received nextReceived() {
        Received next = received.poll();
        receivedDocuments -= next == null ? 0 : next.documents().size();
        return next;
    }

    CompletableFuture<Integer> add(List<Document> documents, long millis) {
        Received batch = new Received(new ArrayList<>(documents), millis, new CompletableFuture<>());
        received.add(batch);
        waiting += documents.size();
        receivedDocuments += documents.size();
        return batch.added();
    }

    /** So many documents are restored, or left out. */
    void done(long documents) {
        waiting -= documents;
    }

    boolean isEmpty() {
        return chunks.isEmpty() && received.isEmpty();
    }

    /** Roughly what the documents occupy that were received meanwhile, apart from their content. */
    long bytes() {
        return receivedDocuments * DOCUMENT_BYTES;
    }
}
