package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.document.AnswerBytes;
import com.anycompany.xray.local.document.TraceDocuments;
import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.group.Group;
import com.anycompany.xray.local.ingest.Intake;
import com.anycompany.xray.local.ingest.RawDocument;
import com.anycompany.xray.local.protocol.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.store.TraceReading;
import com.anycompany.xray.local.store.TraceStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The operations that put traces in and get them out, except searching. */
public final class TraceOperations {

    private static final int MAX_TRACES = 5;

    private final TraceStore store;
    private final Intake intake;
    private final GroupOperations groups;

    public TraceOperations(TraceStore store, Intake intake, GroupOperations groups) {
        this.store = store;
        this.intake = intake;
        this.groups = groups;
    }

    public void addTo(Operations operations) {
        operations
                .add("/TraceSegments", this::putTraceSegments)
                .add("/Traces", this::batchGetTraces)
                .add("/ServiceGraph", this::getServiceGraph)
                .add("/TraceGraph", this::getTraceGraph);
    }

    private Output putTraceSegments(Input input) {
        List<RawDocument> documents = input.documents();
        if (documents.isEmpty()) {
            throw ApiException.invalid("Segments can not be empty");
        }
        return new Output()
                .put(
                        "UnprocessedTraceSegments",
                        intake.put(documents, "api"),
                        document -> new Output()
                                .put("Id", document.id())
                                .put("ErrorCode", document.code())
                                .put("Message", document.message()));
    }

    private Output batchGetTraces(Input input) {
        refuseToken(input);
        List<TraceId> ids = traceIds(input);
        if (ids.size() > MAX_TRACES) {
            throw ApiException.invalid("Exceeding maximum query size: " + MAX_TRACES);
        }
        Set<TraceId> unique = new HashSet<>(ids);
        if (unique.size() < ids.size()) {
            throw ApiException.invalid("Containing duplicate trace ids");
        }
        AnswerBytes out = new AnswerBytes().plain("{\"Traces\":[");
        for (TraceReading trace : store.find(ids)) {
            TraceDocuments.write(trace, out.separate());
        }
        return Output.written(
                out.plain("],\"UnprocessedTraceIds\":[],\"NextToken\":null}").toArray());
    }

    private Output getServiceGraph(Input input) {
        refuseToken(input);
        TimeRange range = TimeRange.ofAtMostSixHours(input);
        Group group = groups.chosen(input);
        ServiceGraph graph = store.serviceGraph(group.number(), range.startSecond(), range.endSecond());
        return GraphAnswer.withTimes(graph, GroupOperations.isOld(group, graph));
    }

    /** Several traces are added up; the real service may refuse more than one. */
    private Output getTraceGraph(Input input) {
        refuseToken(input);
        List<TraceId> ids = traceIds(input);
        if (ids.isEmpty()) {
            throw ApiException.invalid("Zero trace ids provided");
        }
        if (store.find(ids).isEmpty()) {
            throw ApiException.invalid("Trace id not found");
        }
        ServiceGraph graph = store.traceGraph(new HashSet<>(ids));
        return GraphAnswer.withoutTimes(graph);
    }

    public static List<TraceId> traceIds(Input input) {
        List<TraceId> ids = new ArrayList<>();
        for (String text : input.texts("TraceIds")) {
            TraceId id = TraceId.parse(text);
            if (id == null) {
                throw ApiException.invalid("Invalid trace id " + text + ": incorrect id format");
            }
            ids.add(id);
        }
        return ids;
    }

    public static void refuseToken(Input input) {
        if (input.has("NextToken")) {
            throw ApiException.invalid("NextToken is currently not supported");
        }
    }
}
