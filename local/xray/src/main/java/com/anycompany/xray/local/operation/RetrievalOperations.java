package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.document.OtelSpans;
import com.anycompany.xray.local.document.TraceDocuments;
import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.store.TraceSnapshot;
import com.anycompany.xray.local.store.TraceStore;
import com.anycompany.xray.local.trace.AssembledTrace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * StartTraceRetrieval, CancelTraceRetrieval, ListRetrievedTraces and GetRetrievedTracesGraph. A retrieval is complete as soon
 * as it is started.
 */
public final class RetrievalOperations {

    private static final int PAGE = 5;
    private static final int KEPT = 1_000;
    private static final long TIMEOUT_MILLIS = 3_600_000;

    private final TraceStore store;
    private final Clock clock;
    private final Map<String, Retrieval> retrievals = new LinkedHashMap<>();

    private record Retrieval(List<TraceId> found, long startedMillis, boolean cancelled) {}

    private record StartTraceRetrievalRequest(TimeRange range, Set<TraceId> ids) {

        static StartTraceRetrievalRequest of(Input input) {
            TimeRange range = TimeRange.of(input);
            List<TraceId> ids = TraceIdsMember.of(input);
            if (ids.isEmpty()) {
                throw ApiException.invalid("TraceIds is required");
            }
            return new StartTraceRetrievalRequest(range, new LinkedHashSet<>(ids));
        }
    }

    public RetrievalOperations(TraceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public void addTo(Operations operations) {
        operations
                .add("StartTraceRetrieval", this::startTraceRetrieval)
                .add("CancelTraceRetrieval", this::cancelTraceRetrieval)
                .add("ListRetrievedTraces", this::listRetrievedTraces)
                .add("GetRetrievedTracesGraph", this::getRetrievedTracesGraph);
    }

    private Output startTraceRetrieval(Input input) {
        StartTraceRetrievalRequest request = StartTraceRetrievalRequest.of(input);
        List<TraceId> found = store.find(request.ids()).stream()
                .filter(trace -> touches(trace.assemble(), request.range()))
                .map(TraceSnapshot::id)
                .toList();
        String token = UUID.randomUUID().toString();
        remember(token, new Retrieval(found, clock.millis(), false));
        return new Output().put("RetrievalToken", token);
    }

    /** Whether a trace overlaps the range, whose end is inclusive. */
    private static boolean touches(AssembledTrace trace, TimeRange range) {
        return trace.entities().stream()
                .anyMatch(node -> node.entity().start() / 1000 <= range.end()
                        && Math.max(node.entity().end(), node.entity().start()) / 1000 >= range.start());
    }

    private synchronized void remember(String token, Retrieval retrieval) {
        retrievals.put(token, retrieval);
        if (retrievals.size() > KEPT) {
            retrievals.remove(retrievals.keySet().iterator().next());
        }
    }

    private synchronized Retrieval find(String token) {
        Retrieval retrieval = retrievals.get(token);
        if (retrieval == null) {
            throw ApiException.notFound("There is no retrieval with this RetrievalToken", token);
        }
        return retrieval;
    }

    private static String token(Input input) {
        return input.requiredText("RetrievalToken");
    }

    private Output cancelTraceRetrieval(Input input) {
        Retrieval retrieval = find(token(input));
        remember(token(input), new Retrieval(List.of(), retrieval.startedMillis(), true));
        return new Output();
    }

    private String status(Retrieval retrieval) {
        if (retrieval.cancelled()) {
            return "CANCELLED";
        }
        return clock.millis() - retrieval.startedMillis() > TIMEOUT_MILLIS ? "TIMEOUT" : "COMPLETE";
    }

    /** The traces that were found; none after the retrieval was cancelled or timed out. */
    private List<TraceId> results(Retrieval retrieval) {
        return status(retrieval).equals("COMPLETE") ? retrieval.found() : List.of();
    }

    private Output listRetrievedTraces(Input input) {
        Retrieval retrieval = find(token(input));
        String format = input.text("TraceFormat");
        boolean otel = "OTEL".equals(format);
        List<TraceId> ids = results(retrieval);
        NextToken next = new NextToken("traces of " + token(input) + otel);
        int from = (int) Math.min(ids.size(), next.read(input, 0));
        int until = Math.min(ids.size(), from + PAGE);
        List<TraceSnapshot> traces = new ArrayList<>(store.find(ids.subList(from, until)));
        return new Output()
                .put("RetrievalStatus", status(retrieval))
                .put("TraceFormat", otel ? "OTEL" : "XRAY")
                .put("Traces", traces, trace -> otel ? OtelSpans.of(trace) : TraceDocuments.spans(trace))
                .put("NextToken", until == ids.size() ? null : next.write(until));
    }

    private Output getRetrievedTracesGraph(Input input) {
        NextToken.refuse(input);
        Retrieval retrieval = find(token(input));
        List<TraceId> ids = results(retrieval);
        GraphLinks links = GraphLinks.of(store.find(ids));
        ServiceGraph graph = store.traceGraph(ids);
        Output output = new Output()
                .put("RetrievalStatus", status(retrieval))
                .putStream(
                        "Services",
                        graph.services(),
                        service -> new Output()
                                .put("Service", ServiceGraphOutput.service(service))
                                .put("Links", links.of(service.id()), GraphLinks.GraphLink::output))
                .put("NextToken", null);
        return ServiceGraphOutput.warned(output, graph);
    }
}
