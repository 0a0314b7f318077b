package com.anycompany.xray.local.store;

import com.anycompany.xray.local.decode.DocumentDecoder;
import com.anycompany.xray.local.parse.InvalidDocument;
import com.anycompany.xray.local.segment.DocumentContent;
import com.anycompany.xray.local.segment.JsonContent;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.template.EncodedDocument;
import com.anycompany.xray.local.template.Template;
import com.anycompany.xray.local.template.TemplateDefinition;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Block of the document log: documents one after another, in order of arrival, each behind its time of receipt, its
 * trace's number and its length. An encoded document refers to its template's definition, which stands in front of the
 * first one that does, and has only the values of the variables; so a chunk can be read without anything else.
 *
 * <pre>
 * [definition 1][10:00:07.120, T6, 1: ids, times, …][10:00:07.121, T7, {"name": …}][10:00:07.121, T6, 1: …] …
 * </pre>
 *
 * Appended to by one thread; once full, it is sealed, and packed to a fraction some time later. Its plain bytes may
 * stay for a while, since what has just come is read most.
 */
final class Chunk {

    /**
     * Room for the largest document of X-Ray; reading one trace means unpacking a chunk or two. A larger document, made
     * of an OpenTelemetry span, has a chunk of its own (ADR 052).
     */
    static final int CAPACITY = 72 * 1024;

    /** The length of the largest chunk. */
    static final int MAX_LENGTH = CAPACITY + SegmentDocument.MAX_SPAN_BYTES;

    static final int HEADER = 2 * Long.BYTES + Integer.BYTES;

    /** In the length: what follows is a template's definition. */
    static final int DEFINITION = 1 << 30;

    /**
     * In the length: what follows is where the definition stands, the template's id in this process, and the values.
     */
    private static final int ENCODED = 1 << 31;

    private static final int ENCODED_HEADER = 2 * Integer.BYTES;
    private static final int LENGTH_BITS = DEFINITION - 1;
    static final long NO_TRACE = -1;
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final int number;
    private final ChunkCompressor compressor;

    /** Whether it was written by an earlier process, whose templates' ids mean nothing any more. */
    private final boolean restored;

    /** Where the templates' definitions stand, while it is open. */
    private Map<Template, Integer> definitions = new IdentityHashMap<>();

    private byte @Nullable [] plain;
    private boolean full;
    private volatile byte @Nullable [] packed;
    private Compression compression = Compression.DEFLATE;
    private int length;
    private long newestTrace;

    /** Receives the documents of a chunk. */
    @FunctionalInterface
    interface Reader {
        void read(byte[] content, int offset);
    }

    /** @param space so many bytes as it has room for, of any content; they are its own until it gives them back */
    Chunk(int number, byte[] space, ChunkCompressor compressor) {
        this.number = number;
        this.compressor = compressor;
        this.restored = false;
        this.plain = space;
    }

    private Chunk(int number, byte[] packed, Compression compression, int length, ChunkCompressor compressor) {
        this.number = number;
        this.compressor = compressor;
        this.restored = true;
        this.full = true;
        this.packed = packed;
        this.compression = compression;
        this.length = length;
    }

    /** A chunk as it was when it was sealed. */
    static Chunk sealed(int number, byte[] packed, Compression compression, int length, ChunkCompressor compressor) {
        Chunk chunk = new Chunk(number, packed, compression, length, compressor);
        chunk.forEach((content, offset) -> chunk.newestTrace = Math.max(chunk.newestTrace, trace(content, offset)));
        return chunk;
    }

    /** An empty chunk makes room for any document. */
    boolean fits(SegmentDocument document) {
        return !full && (length == 0 || length + room(document.content()) <= CAPACITY);
    }

    /** How many bytes it has room for. */
    int space() {
        return plain().length;
    }

    private int room(DocumentContent content) {
        int room = HEADER + content.length();
        if (content instanceof EncodedDocument encoded) {
            room += ENCODED_HEADER;
            room += definitions.containsKey(encoded.template())
                    ? 0
                    : HEADER + encoded.template().definition().length;
        }
        return room;
    }

    /** Returns the document's offset. */
    int append(SegmentDocument document, long receivedMillis, long trace) {
        newestTrace = Math.max(newestTrace, trace);
        if (length == 0 && room(document.content()) > space()) {
            plain = new byte[room(document.content())];
        }
        if (document.content() instanceof EncodedDocument encoded) {
            return append(encoded, receivedMillis, trace);
        }
        JsonContent json = (JsonContent) document.content();
        int offset = begin(receivedMillis, trace, json.length());
        put(json.bytes(), json.offset(), json.length());
        return offset;
    }

    private int append(EncodedDocument document, long receivedMillis, long trace) {
        int definition = definition(document.template());
        byte[] values = document.values();
        int offset = begin(receivedMillis, trace, ENCODED | ENCODED_HEADER + values.length);
        INT.set(plain(), length, definition);
        INT.set(plain(), length + Integer.BYTES, document.template().id());
        length += ENCODED_HEADER;
        put(values, 0, values.length);
        return offset;
    }

    private int definition(Template template) {
        Integer known = definitions.get(template);
        if (known != null) {
            return known;
        }
        byte[] definition = template.definition();
        int offset = begin(0, NO_TRACE, DEFINITION | definition.length);
        put(definition, 0, definition.length);
        definitions.put(template, offset);
        return offset;
    }

    private int begin(long receivedMillis, long trace, int lengthAndKind) {
        int offset = length;
        byte[] bytes = plain();
        LONG.set(bytes, offset, receivedMillis);
        LONG.set(bytes, offset + Long.BYTES, trace);
        INT.set(bytes, offset + 2 * Long.BYTES, lengthAndKind);
        length += HEADER;
        return offset;
    }

    private void put(byte[] bytes, int offset, int count) {
        System.arraycopy(bytes, offset, plain(), length, count);
        length += count;
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

    /** From now on it stays as it is, and may be packed. */
    void seal() {
        compression = compressor.best();
        definitions = Map.of();
        full = true;
    }

    /** Packs it, if that hasn't been done; the plain bytes stay. It must be sealed; any thread may do it. */
    synchronized void pack() {
        if (!full) {
            throw new IllegalStateException("chunk " + number + " is still open");
        }
        if (packed == null) {
            packed = compressor.compress(compression, plain(), length);
        }
    }

    boolean isPacked() {
        return packed != null;
    }

    /** Its bytes, while nothing has been appended; it can't be used any more. */
    byte[] giveUnused() {
        return plain();
    }

    /** Its plain bytes, to be used for something else from now on. It must be sealed. */
    synchronized byte[] giveBack() {
        byte[] bytes = plain();
        pack();
        plain = null;
        return bytes;
    }

    /**
     * Its bytes in an array that stays as it is; what was appended before the caller learnt of its offset is there. May
     * be called by any thread.
     */
    byte[] content() {
        byte[] copy = copy();
        return copy == null ? compressor.decompress(compression, packed(), length) : copy;
    }

    /** Null once the plain bytes serve something else. */
    private synchronized byte @Nullable [] copy() {
        byte[] bytes = plain;
        return bytes == null ? null : bytes.clone();
    }

    /** The plain bytes themselves, or null; for a caller that may append. */
    byte @Nullable [] plainBytes() {
        return plain;
    }

    byte[] packed() {
        pack();
        return Objects.requireNonNull(packed);
    }

    void forEach(Reader reader) {
        byte[] content = content();
        for (int offset = 0; offset < length; offset += HEADER + length(content, offset)) {
            if (trace(content, offset) != NO_TRACE) {
                reader.read(content, offset);
            }
        }
    }

    /** How many documents it has of traces from that one on. */
    int documents(long oldestTrace) {
        int[] count = {0};
        forEach((content, offset) -> count[0] += trace(content, offset) >= oldestTrace ? 1 : 0);
        return count[0];
    }

    static StoredDocument document(byte[] content, int offset) {
        return new StoredDocument(json(content, offset), receivedMillis(content, offset));
    }

    private static byte[] json(byte[] content, int offset) {
        int begin = offset + HEADER;
        return isEncoded(content, offset)
                ? TemplateDefinition.decode(
                        content, (int) INT.get(content, begin) + HEADER, content, begin + ENCODED_HEADER)
                : Arrays.copyOfRange(content, begin, begin + length(content, offset));
    }

    /** The document, validated anew. */
    static SegmentDocument validate(byte[] content, int offset, DocumentDecoder decoder) {
        byte[] json = json(content, offset);
        try {
            return decoder.validate(json, 0, json.length, SegmentDocument.MAX_SPAN_BYTES);
        } catch (InvalidDocument e) {
            throw new IllegalStateException("a stored document isn't valid any more: " + e.getMessage(), e);
        }
    }

    /** The document, parsed; {@code content} is this chunk's. */
    ParsedDocument parse(byte[] content, int offset, DocumentDecoder decoder) {
        int begin = offset + HEADER;
        long receivedMillis = receivedMillis(content, offset);
        if (!isEncoded(content, offset)) {
            return decoder.parse(content, begin, length(content, offset), receivedMillis);
        }
        return decoder.parseEncoded(
                restored ? DocumentDecoder.NO_TEMPLATE : (int) INT.get(content, begin + Integer.BYTES),
                content,
                (int) INT.get(content, begin) + HEADER,
                begin + ENCODED_HEADER,
                receivedMillis);
    }

    static boolean isEncoded(byte[] content, int offset) {
        return (int) INT.get(content, offset + 2 * Long.BYTES) < 0;
    }

    static long receivedMillis(byte[] content, int offset) {
        return (long) LONG.get(content, offset);
    }

    static long trace(byte[] content, int offset) {
        return (long) LONG.get(content, offset + Long.BYTES);
    }

    static int length(byte[] content, int offset) {
        return (int) INT.get(content, offset + 2 * Long.BYTES) & LENGTH_BITS;
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

    /** Keeps it until that trace has gone, too. */
    void keepFor(long trace) {
        newestTrace = Math.max(newestTrace, trace);
    }

    /** What it occupies once it is packed, without its plain bytes. */
    int packedBytes() {
        return 64 + packed().length;
    }
}
