package com.anycompany.xray.local.api;

import com.anycompany.xray.local.segment.AssembledTrace;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.EntityNode;
import com.anycompany.xray.local.segment.Part;
import com.anycompany.xray.local.store.TraceReading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trace's segments as the operations that give traces back return them: those reported, then those inferred. */
final class TraceDocuments {

    private final TraceReading trace;
    private final AssembledTrace assembled;
    private final DocumentWriter writer;

    private TraceDocuments(TraceReading trace) {
        List<Part> parts = trace.parts();
        this.trace = trace;
        this.assembled = AssembledTrace.of(parts);
        this.writer = new DocumentWriter(trace.id(), parts, trace.documents());
    }

    /** As BatchGetTraces returns it. */
    static Output of(TraceReading trace) {
        TraceDocuments documents = new TraceDocuments(trace);
        return documents
                .head()
                .put("Segments", documents.segments(), documents::segment)
                .put("LimitExceeded", documents.writer.cut());
    }

    /** As ListRetrievedTraces returns it, which calls segments spans. */
    static Output spans(TraceReading trace) {
        TraceDocuments documents = new TraceDocuments(trace);
        return documents.head().put("Spans", documents.segments(), documents::segment);
    }

    private Output head() {
        return new Output().put("Id", trace.id().toString()).put("Duration", duration(assembled));
    }

    private List<EntityNode> segments() {
        List<EntityNode> segments = new ArrayList<>(assembled.segments());
        segments.addAll(assembled.inferred());
        return segments;
    }

    private Output segment(EntityNode node) {
        return new Output().put("Id", EntityId.toHex(node.entity().id())).put("Document", writer.write(node));
    }

    /** From the first start to the last end, in seconds; null while nothing has ended. */
    static @Nullable Double duration(AssembledTrace trace) {
        long start = Long.MAX_VALUE;
        long end = Entity.IN_PROGRESS;
        for (EntityNode node : trace.entities()) {
            start = Math.min(start, node.entity().start());
            end = Math.max(end, node.entity().end());
        }
        return end == Entity.IN_PROGRESS ? null : (Double) (Math.round(Math.max(0, end - start) / 1e3) / 1e3);
    }
}
