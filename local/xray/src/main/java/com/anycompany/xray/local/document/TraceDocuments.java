package com.anycompany.xray.local.document;

import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.store.TraceSnapshot;
import com.anycompany.xray.local.trace.AssembledTrace;
import com.anycompany.xray.local.trace.EntityNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The segments of a trace as the API returns them: reported segments, then inferred ones. */
public final class TraceDocuments {

    private final TraceSnapshot trace;
    private final AssembledTrace assembled;
    private final JsonBuffer out;
    private final DocumentWriter writer;

    private TraceDocuments(TraceSnapshot trace, JsonBuffer out) {
        List<ParsedDocument> parts = trace.parsedDocuments();
        this.trace = trace;
        this.assembled = AssembledTrace.of(parts);
        this.out = out;
        this.writer = new DocumentWriter(trace.id(), parts, trace.documents(), out);
    }

    /** In the format of BatchGetTraces. */
    public static void write(TraceSnapshot trace, JsonBuffer out) {
        TraceDocuments documents = new TraceDocuments(trace, out);
        documents.write("Segments");
        out.plain(",\"LimitExceeded\":" + documents.writer.cut() + '}');
    }

    /** In the format of ListRetrievedTraces, which calls segments spans; parses the written JSON again. */
    public static Output spans(TraceSnapshot trace) {
        JsonBuffer out = new JsonBuffer();
        new TraceDocuments(trace, out).write("Spans");
        out.plain("}");
        Output spans = new Output();
        if (Json.read(out.toArray()) instanceof Map<?, ?> members) {
            members.forEach((name, value) -> spans.put((String) name, value));
        }
        return spans;
    }

    private void write(String segments) {
        String duration = new String(Json.bytes(duration(assembled)), StandardCharsets.US_ASCII);
        out.plain("{\"Id\":\"" + trace.id() + "\",\"Duration\":" + duration + ",\"" + segments + "\":[");
        for (EntityNode node : segments()) {
            out.separate().plain("{\"Id\":\"" + EntityId.toHex(node.entity().id()) + "\",\"Document\":\"");
            writer.write(node);
            out.plain("\"}");
        }
        out.plain("]");
    }

    private List<EntityNode> segments() {
        List<EntityNode> segments = new ArrayList<>(assembled.segments());
        segments.addAll(assembled.inferred());
        return segments;
    }

    /** The duration in seconds, from the first start to the last end; null while everything is in progress. */
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
