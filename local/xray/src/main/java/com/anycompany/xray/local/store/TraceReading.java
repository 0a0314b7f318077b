package com.anycompany.xray.local.store;

import com.anycompany.xray.local.segment.AssembledTrace;
import com.anycompany.xray.local.segment.DocumentParser;
import com.anycompany.xray.local.segment.InvalidDocument;
import com.anycompany.xray.local.segment.Part;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.segment.TraceId;
import java.util.ArrayList;
import java.util.List;

/** A trace as it was at the time of the question; its documents are read without holding up the store. */
public final class TraceReading {

    private final TraceId id;
    private final int revision;
    private final Cursor position;
    private final long updatedMillis;
    private final List<Chunk> chunks;
    private final int[] offsets;
    private final ChunkReader reader;

    TraceReading(StoredTrace trace, Cursor position, List<Chunk> chunks, int[] offsets, ChunkReader reader) {
        this.id = trace.id();
        this.revision = trace.revision();
        this.updatedMillis = trace.updatedMillis();
        this.position = position;
        this.chunks = chunks;
        this.offsets = offsets;
        this.reader = reader;
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

    public List<StoredDocument> documents() {
        List<StoredDocument> documents = new ArrayList<>(offsets.length);
        for (int i = 0; i < offsets.length; i++) {
            documents.add(reader.read(chunks.get(i), offsets[i]));
        }
        return documents;
    }

    public AssembledTrace assemble() {
        return AssembledTrace.of(parts(documents()));
    }

    static List<Part> parts(List<StoredDocument> documents) {
        List<Part> parts = new ArrayList<>(documents.size());
        documents.forEach(document -> parts.add(part(document)));
        return parts;
    }

    static Part part(StoredDocument document) {
        try {
            SegmentDocument parsed = DocumentParser.parse(document.bytes());
            return new Part(parsed.entity(), parsed.subsegment(), document.receivedMillis());
        } catch (InvalidDocument e) {
            throw new IllegalStateException("a stored document can't be read any more: " + e.getMessage(), e);
        }
    }
}
