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

    private void seal() {
        open.seal();
        disk.sealed(open, oldestTrace);
        if (!open.isPacked()) {
            packer.execute(open::pack);
        }
        plain.add(open);
        sealedPlainBytes += open.space();
        uncounted.add(open);
        openNext(open.number() + 1, space());
        countPacked();
    }

    /** Room for the next chunk: that of an earlier one, once there are enough plain bytes. */
    private byte[] space() {
        byte[] space = null;
        while (sealedPlainBytes > mostPlainBytes) {
            Chunk oldest = plain.remove();
            sealedPlainBytes -= oldest.space();
            byte[] given = oldest.giveBack();
            space = given.length == Chunk.CAPACITY ? given : space;
        }
        return space == null ? new byte[Chunk.CAPACITY] : space;
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

    /** What was appended or released so far survives the end of this process, if there is a folder. */
    void persist() {
        boolean released = kept > 0 && oldestTrace != keptOldestTrace;
        if (open.length() > kept || released) {
            disk.grown(open, kept, oldestTrace);
            kept = open.length();
            keptOldestTrace = oldestTrace;
        }
    }

    /** Adds a chunk of an earlier process; chunks come in their order, before anything is appended. */
    void restore(Chunk chunk) {
        if (open.length() == 0) {
            chunks.remove(open.number());
        }
        chunks.put(chunk.number(), chunk);
        sealedBytes += chunk.packedBytes();
        openNext(chunk.number() + 1, new byte[Chunk.CAPACITY]);
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
        this.oldestTrace = oldestTrace;
        var oldest = chunks.values().iterator();
        while (oldest.hasNext()) {
            Chunk chunk = oldest.next();
            if (chunk == open || chunk.newestTrace() >= oldestTrace) {
                disk.released(chunk.number());
                return;
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
