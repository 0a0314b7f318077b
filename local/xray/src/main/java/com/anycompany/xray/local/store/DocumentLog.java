package com.anycompany.xray.local.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The documents' bytes, in chunks. A document is found by one long: the chunk's number and the offset in it.
 *
 * <p>A chunk leaves when the youngest of the traces in it has left. Because traces leave oldest first, that is always
 * the oldest chunk, and no chunk needs to know all of its traces.
 */
final class DocumentLog {

    private final Map<Integer, Chunk> chunks = new LinkedHashMap<>();
    private Chunk open = new Chunk(0);
    private long sealedBytes;

    DocumentLog() {
        chunks.put(open.number(), open);
    }

    long append(byte[] document, long receivedMillis, long trace) {
        if (!open.fits(document.length)) {
            open.seal();
            sealedBytes += open.bytes();
            open = new Chunk(open.number() + 1);
            chunks.put(open.number(), open);
        }
        int offset = open.append(document, receivedMillis, trace);
        return (long) open.number() << 32 | offset;
    }

    Chunk chunk(long reference) {
        Chunk chunk = chunks.get((int) (reference >>> 32));
        if (chunk == null) {
            throw new IllegalStateException("chunk " + (reference >>> 32) + " has left while a trace still needs it");
        }
        return chunk;
    }

    static int offset(long reference) {
        return (int) reference;
    }

    /** Lets the chunks go that only traces before {@code oldestTrace} needed. */
    void release(long oldestTrace) {
        var oldest = chunks.values().iterator();
        while (oldest.hasNext()) {
            Chunk chunk = oldest.next();
            if (chunk == open || chunk.newestTrace() >= oldestTrace) {
                return;
            }
            sealedBytes -= chunk.bytes();
            oldest.remove();
        }
    }

    long bytes() {
        return sealedBytes + open.bytes();
    }
}
