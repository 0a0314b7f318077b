package com.anycompany.xray.local.store;

import com.anycompany.xray.local.decode.DocumentDecoder;
import com.anycompany.xray.local.graph.Observations;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.trace.AssembledTrace;
import java.util.ArrayList;
import java.util.List;

/** Snapshot of a trace at the time of the question; its documents are read without holding up the store. */
public final class TraceSnapshot {

    private final TraceId id;
    private final int revision;
    private final Cursor position;
    private final long updatedMillis;
    private final long groups;
    private final List<Chunk> chunks;
    private final int[] offsets;
    private final ChunkReader reader;
    private final DocumentDecoder decoder;

    private TraceSnapshot(
            StoredTrace trace,
            Cursor position,
            List<Chunk> chunks,
            int[] offsets,
            ChunkReader reader,
            DocumentDecoder decoder) {
        this.id = trace.id();
        this.revision = trace.revision();
        this.updatedMillis = trace.updatedMillis();
        Observations observations = trace.observations();
        this.groups = observations == null ? 0 : observations.groups();
        this.position = position;
        this.chunks = chunks;
        this.offsets = offsets;
        this.reader = reader;
        this.decoder = decoder;
    }

    static TraceSnapshot of(StoredTrace trace, TraceOrder order, DocumentLog log, ChunkReader reader) {
        DocumentSet documents = trace.documents();
        List<Chunk> chunks = new ArrayList<>(documents.size());
        int[] offsets = new int[documents.size()];
        for (int i = 0; i < offsets.length; i++) {
            chunks.add(log.chunk(documents.reference(i)));
            offsets[i] = DocumentLog.offset(documents.reference(i));
        }
        return new TraceSnapshot(trace, order.position(trace), chunks, offsets, reader, log.decoder());
    }

    public TraceId id() {
        return id;
    }

    /** How many batches of documents have changed it. */
    public int revision() {
        return revision;
    }

    /** Where a search that ended with it goes on. */
    public Cursor position() {
        return position;
    }

    public long updatedMillis() {
        return updatedMillis;
    }

    /** The groups that it is in, a bit each. */
    public long groups() {
        return groups;
    }

    /** Its documents as they came. */
    public List<StoredDocument> documents() {
        List<StoredDocument> documents = new ArrayList<>(offsets.length);
        for (int i = 0; i < offsets.length; i++) {
            documents.add(Chunk.document(reader.content(chunks.get(i)), offsets[i]));
        }
        return documents;
    }

    /** Its documents parsed, in the same order. */
    public List<ParsedDocument> parsedDocuments() {
        List<ParsedDocument> parsed = new ArrayList<>(offsets.length);
        for (int i = 0; i < offsets.length; i++) {
            Chunk chunk = chunks.get(i);
            parsed.add(chunk.parse(reader.content(chunk), offsets[i], decoder));
        }
        return parsed;
    }

    public AssembledTrace assemble() {
        return AssembledTrace.of(parsedDocuments());
    }
}
