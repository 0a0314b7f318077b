package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.group.Group;
import com.anycompany.xray.local.group.Groups;
import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.store.TraceStore;
import java.util.HashSet;
import java.util.List;

/** GetServiceGraph and GetTraceGraph. */
public final class ServiceGraphOperations {

    private final TraceStore store;
    private final Groups groups;

    private record GetServiceGraphRequest(TimeRange range, Group group) {

        static GetServiceGraphRequest of(Input input, Groups groups) {
            NextToken.refuse(input);
            return new GetServiceGraphRequest(TimeRange.ofAtMostSixHours(input), GroupMember.orDefault(input, groups));
        }
    }

    public ServiceGraphOperations(TraceStore store, Groups groups) {
        this.store = store;
        this.groups = groups;
    }

    public void addTo(Operations operations) {
        operations
                .add("GetServiceGraph", "/ServiceGraph", this::getServiceGraph)
                .add("GetTraceGraph", "/TraceGraph", this::getTraceGraph);
    }

    private Output getServiceGraph(Input input) {
        GetServiceGraphRequest request = GetServiceGraphRequest.of(input, groups);
        TimeRange range = request.range();
        ServiceGraph graph = store.serviceGraph(request.group().number(), range.startSecond(), range.endSecond());
        return ServiceGraphOutput.withTimes(graph, request.group());
    }

    /** Returns one graph of all traces together. AWS may refuse more than one trace. */
    private Output getTraceGraph(Input input) {
        NextToken.refuse(input);
        List<TraceId> ids = TraceIdsMember.of(input);
        if (ids.isEmpty()) {
            throw ApiException.invalid("Zero trace ids provided");
        }
        if (store.find(ids).isEmpty()) {
            throw ApiException.invalid("Trace id not found");
        }
        return ServiceGraphOutput.withoutTimes(store.traceGraph(new HashSet<>(ids)));
    }
}
