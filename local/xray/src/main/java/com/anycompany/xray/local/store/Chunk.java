package com.anycompany.xray.local.store;

import com.anycompany.xray.local.segment.DocumentParser;
import com.anycompany.xray.local.segment.InvalidDocument;
import com.anycompany.xray.local.segment.Part;
import com.anycompany.xray.local.segment.SegmentDocument;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Documents one after another, in order of arrival, each behind its time of receipt, its trace's number and its length.
 * Appended to by one thread; once full, it is sealed: packed to a fraction. Its plain bytes may stay for a while, since what
 * has just come is read most.
 */
final class Chunk {

    /** Room for the largest document; reading one trace means unpacking a chunk or two. */
    static final int CAPACITY = 72 * 1024;

    private static final int HEADER = 2 * Long.BYTES + Integer.BYTES;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final int number;
    private byte @Nullable [] plain;
    private volatile byte @Nullable [] sealed;
    private Compression compression = Compression.DEFLATE;
    private int length;
    private long newestTrace;

    /** Hears of the documents in a chunk. */
    @FunctionalInterface
    interface Reader {
        void read(byte[] content, int offset);
    }

    /** @param space so many bytes as it has room for, of any content; they are its own until it gives them back */
    Chunk(int number, byte[] space) {
        this.number = number;
        this.plain = space;
    }

    private Chunk(int number, byte[] packed, Compression compression, int length) {
        this.number = number;
        this.sealed = packed;
        this.compression = compression;
        this.length = length;
    }

    /** A chunk as it was when it was sealed. */
    static Chunk sealed(int number, byte[] packed, Compression compression, int length) {
        Chunk chunk = new Chunk(number, packed, compression, length);
        chunk.forEach((content, offset) -> chunk.newestTrace = Math.max(chunk.newestTrace, trace(content, offset)));
        return chunk;
    }

    boolean fits(int documentLength) {
        return sealed == null && length + HEADER + documentLength <= CAPACITY;
    }

    /** Returns the document's offset. */
    int append(SegmentDocument document, long receivedMillis, long trace) {
        int offset = length;
        ByteBuffer.wrap(plain(), offset, HEADER + document.length())
                .putLong(receivedMillis)
                .putLong(trace)
                .putInt(document.length())
                .put(document.bytes(), document.offset(), document.length());
        length += HEADER + document.length();
        newestTrace = Math.max(newestTrace, trace);
        return offset;
    }

    /** What lies between two offsets of a chunk that is still open. */
    ByteBuffer region(int from, int to) {
        return ByteBuffer.wrap(plain(), from, to - from).slice();
    }

    private byte[] plain() {
        byte[] bytes = plain;
        if (bytes == null) {
            throw new IllegalStateException("chunk " + number + " has given its plain bytes back");
        }
        return bytes;
    }

    /** Packs it; the plain bytes stay. */
    void seal() {
        compression = Compression.best();
        sealed = compression.compress(plain(), length);
    }

    /** Its plain bytes, to be used for something else from now on. It must be sealed. */
    synchronized byte[] giveBack() {
        byte[] bytes = plain();
        packed();
        plain = null;
        return bytes;
    }

    /**
     * Its bytes in an array that stays as it is; what was appended before the caller learnt of its offset is there. May be
     * called by any thread.
     */
    byte[] content() {
        byte[] copy = copy();
        return copy == null ? compression.decompress(packed(), length) : copy;
    }

    /** Null once the plain bytes serve something else. */
    private synchronized byte @Nullable [] copy() {
        byte[] bytes = plain;
        return bytes == null ? null : bytes.clone();
    }

    /** The plain bytes themselves, or null; for who may append. */
    byte @Nullable [] plainBytes() {
        return plain;
    }

    byte[] packed() {
        byte[] packed = sealed;
        if (packed == null) {
            throw new IllegalStateException("chunk " + number + " is neither open nor sealed");
        }
        return packed;
    }

    void forEach(Reader reader) {
        byte[] content = content();
        for (int offset = 0; offset < length; offset += HEADER + length(content, offset)) {
            reader.read(content, offset);
        }
    }

    static StoredDocument document(byte[] content, int offset) {
        int begin = offset + HEADER;
        return new StoredDocument(
                Arrays.copyOfRange(content, begin, begin + length(content, offset)), receivedMillis(content, offset));
    }

    /** The same, judged. */
    static SegmentDocument judge(byte[] content, int offset) {
        try {
            return DocumentParser.parse(content, offset + HEADER, length(content, offset));
        } catch (InvalidDocument e) {
            throw new IllegalStateException("a stored document isn't valid any more: " + e.getMessage(), e);
        }
    }

    /** The same, read. */
    static Part part(byte[] content, int offset) {
        return DocumentParser.part(content, offset + HEADER, length(content, offset), receivedMillis(content, offset));
    }

    static long receivedMillis(byte[] content, int offset) {
        return (long) LONG.get(content, offset);
    }

    static long trace(byte[] content, int offset) {
        return (long) LONG.get(content, offset + Long.BYTES);
    }

    private static int length(byte[] content, int offset) {
        return (int) INT.get(content, offset + 2 * Long.BYTES);
    }

    int number() {
        return number;
    }

    int length() {
        return length;
    }

    Compression compression() {
        return compression;
    }

    /** The youngest trace with a document in here: once that has gone, so can the chunk. */
    long newestTrace() {
        return newestTrace;
    }

    /** What it occupies once it is sealed, without its plain bytes. */
    int packedBytes() {
        return 64 + packed().length;
    }
}
