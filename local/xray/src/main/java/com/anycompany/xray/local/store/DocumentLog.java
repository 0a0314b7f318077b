package com.anycompany.xray.local.store;

import com.anycompany.xray.local.decode.DocumentDecoder;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.segment.SegmentDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Append-only log of the documents' bytes, in chunks. The reference of a document is one long: the chunk's number and
 * the offset in it.
 *
 * <p>A chunk leaves when the youngest of the traces in it has left. Because traces leave oldest first, that is always
 * the oldest chunk, and no chunk needs to know all of its traces. What happens here also happens on disk, if there is a
 * folder for it.
 *
 * <p>The latest chunks' plain bytes stay at hand, and their arrays serve again: at a hundred thousand documents a
 * second, new arrays would keep the garbage collector busy. Full chunks are compressed by a background thread: a thread
 * that appends holds the store's lock, and compressing takes longer than all other work on an arriving document.
 */
final class DocumentLog {

    private final Map<Integer, Chunk> chunks = new LinkedHashMap<>();
    private final ChunkPersistence disk;
    private final DocumentDecoder decoder;
    private final ChunkCompressor compressor;
    private final long mostPlainBytes;

    /** Sealed chunks whose plain bytes are still there, oldest first. */
    private final Deque<Chunk> plain = new ArrayDeque<>();

    private long sealedPlainBytes;

    /** Sealed chunks that aren't counted in yet, since their compressed size isn't known; oldest first. */
    private final Deque<Chunk> uncounted = new ArrayDeque<>();

    /** Sealed chunks that the disk hasn't taken yet, oldest first; the open one isn't written while there are any. */
    private final Deque<Chunk> unwritten = new ArrayDeque<>();

    private final Executor packer = new BackgroundThread("pack");

    private Chunk open;
    private int kept;
    private long sealedBytes;
    private long oldestTrace;
    private long keptOldestTrace;

    /** @param plainBytes how many of the latest bytes stay at hand unpacked */
    DocumentLog(ChunkPersistence disk, DocumentDecoder decoder, ChunkCompressor compressor, long plainBytes) {
        this.disk = disk;
        this.decoder = decoder;
        this.compressor = compressor;
        this.mostPlainBytes = Math.max(Chunk.CAPACITY, plainBytes);
        this.open = new Chunk(0, new byte[Chunk.CAPACITY], compressor);
        chunks.put(open.number(), open);
    }

    long append(SegmentDocument document, long receivedMillis, long trace) {
        if (!open.fits(document)) {
            seal();
        }
        return reference(open, open.append(document, receivedMillis, trace));
    }

    /** Everything that takes memory comes first: if there is none, nothing has changed. */
    private void seal() {
        byte[] space = space();
        open.seal();
        unwritten.add(open);
        write();
        if (!open.isPacked()) {
            packer.execute(open::pack);
        }
        plain.add(open);
        sealedPlainBytes += open.space();
        uncounted.add(open);
        openNext(open.number() + 1, space);
        countPacked();
    }

    /** Room for the next chunk: that of an earlier one, once there are enough plain bytes with the open chunk's. */
    private byte[] space() {
        byte[] space = null;
        for (Chunk oldest = plain.peek();
                oldest != null && sealedPlainBytes + open.space() > mostPlainBytes;
                oldest = plain.peek()) {
            int bytes = oldest.space();
            byte[] given = oldest.giveBack();
            plain.remove();
            sealedPlainBytes -= bytes;
            space = given.length == Chunk.CAPACITY ? given : space;
        }
        return space == null ? new byte[Chunk.CAPACITY] : space;
    }

    /** Returns whether all sealed chunks are written. */
    private boolean write() {
        while (!unwritten.isEmpty() && disk.sealed(unwritten.element(), oldestTrace)) {
            unwritten.remove();
        }
        return unwritten.isEmpty();
    }

    private void countPacked() {
        for (Chunk next = uncounted.peek(); next != null && next.isPacked(); next = uncounted.peek()) {
            sealedBytes += next.packedBytes();
            uncounted.remove();
        }
    }

    private void openNext(int number, byte[] space) {
        open = new Chunk(number, space, compressor);
        kept = 0;
        chunks.put(number, open);
    }

    /** What was appended or released so far survives the end of this process, if there is a folder and it has room. */
    void persist() {
        if (!unwritten.isEmpty() && !write()) {
            return;
        }
        boolean released = kept > 0 && oldestTrace != keptOldestTrace;
        if ((open.length() > kept || released) && disk.grown(open, kept, oldestTrace)) {
            kept = open.length();
            keptOldestTrace = oldestTrace;
        }
    }

    /** Adds the chunks of an earlier process, before anything is appended. */
    void restore(Restoration.Restored earlier) {
        oldestTrace = earlier.oldestTrace();
        for (Chunk chunk : earlier.all()) {
            chunks.remove(open.number());
            chunks.put(chunk.number(), chunk);
            sealedBytes += chunk.packedBytes();
            openNext(chunk.number() + 1, open.giveUnused());
        }
        if (earlier.open() != null) {
            unwritten.add(earlier.open());
            write();
        }
    }

    /** Traces before this one have left. */
    long oldestTrace() {
        return oldestTrace;
    }

    static long reference(Chunk chunk, int offset) {
        return (long) chunk.number() << 32 | offset;
    }

    DocumentDecoder decoder() {
        return decoder;
    }

    Chunk chunk(long reference) {
        Chunk chunk = chunks.get((int) (reference >>> 32));
        if (chunk == null) {
            throw new IllegalStateException("chunk " + (reference >>> 32) + " has left while a trace still needs it");
        }
        return chunk;
    }

    /** A trace's documents, parsed. */
    List<ParsedDocument> parse(StoredTrace trace, ChunkReader reader) {
        DocumentSet documents = trace.documents();
        List<ParsedDocument> parsed = new ArrayList<>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            Chunk chunk = chunk(documents.reference(i));
            byte[] bytes = chunk.plainBytes();
            byte[] content = bytes == null ? reader.content(chunk) : bytes;
            parsed.add(chunk.parse(content, offset(documents.reference(i)), decoder));
        }
        return parsed;
    }

    static int offset(long reference) {
        return (int) reference;
    }

    /** Removes the chunks that only traces before {@code oldestTrace} needed. */
    void release(long oldestTrace) {
        this.oldestTrace = Math.max(this.oldestTrace, oldestTrace);
        var oldest = chunks.values().iterator();
        while (oldest.hasNext()) {
            Chunk chunk = oldest.next();
            if (chunk == open || chunk.newestTrace() >= oldestTrace) {
                disk.released(chunk.number());
                return;
            }
            if (chunk == unwritten.peek()) {
                unwritten.remove();
            }
            if (chunk == uncounted.peek()) {
                uncounted.remove();
            } else {
                sealedBytes -= chunk.packedBytes();
            }
            oldest.remove();
            if (chunk == plain.peek()) {
                plain.remove();
                sealedPlainBytes -= chunk.space();
            }
        }
    }

    /** Of chunks that wait to be packed, only the plain bytes. */
    long bytes() {
        return sealedBytes + sealedPlainBytes + open.space();
    }
}
