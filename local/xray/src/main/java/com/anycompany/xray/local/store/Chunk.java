package com.anycompany.xray.local.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Documents one after another, in order of arrival, each behind its time of receipt and its length. Appended to by one
 * thread; once full, it is sealed and shrinks to a fraction.
 */
final class Chunk {

    static final int CAPACITY = 128 * 1024;
    private static final int HEADER = Long.BYTES + Integer.BYTES;

    private final int number;
    private volatile byte @Nullable [] open = new byte[CAPACITY];
    private volatile byte @Nullable [] sealed;
    private Compression compression = Compression.DEFLATE;
    private int length;
    private long newestTrace;

    Chunk(int number) {
        this.number = number;
    }

    boolean fits(int documentLength) {
        return open != null && length + HEADER + documentLength <= CAPACITY;
    }

    /** Returns the document's offset. */
    int append(byte[] document, long receivedMillis, long trace) {
        byte[] bytes = open;
        if (bytes == null) {
            throw new IllegalStateException("chunk " + number + " is sealed");
        }
        int offset = length;
        ByteBuffer.wrap(bytes, offset, HEADER + document.length)
                .putLong(receivedMillis)
                .putInt(document.length)
                .put(document);
        length += HEADER + document.length;
        newestTrace = Math.max(newestTrace, trace);
        return offset;
    }

    void seal() {
        byte[] bytes = open;
        if (bytes != null) {
            compression = Compression.best();
            sealed = compression.compress(bytes, length);
            open = null;
        }
    }

    /** All bytes, whether sealed or not; what was appended before the caller learnt of its offset is there. */
    byte[] content() {
        byte[] bytes = open;
        if (bytes != null) {
            return bytes;
        }
        byte[] packed = sealed;
        if (packed == null) {
            throw new IllegalStateException("chunk " + number + " is neither open nor sealed");
        }
        return compression.decompress(packed, length);
    }

    static StoredDocument document(byte[] content, int offset) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        long received = buffer.getLong(offset);
        int length = buffer.getInt(offset + Long.BYTES);
        return new StoredDocument(Arrays.copyOfRange(content, offset + HEADER, offset + HEADER + length), received);
    }

    int number() {
        return number;
    }

    /** The youngest trace with a document in here: once that has gone, so can the chunk. */
    long newestTrace() {
        return newestTrace;
    }

    int bytes() {
        byte[] packed = sealed;
        return 64 + (packed == null ? CAPACITY : packed.length);
    }
}
