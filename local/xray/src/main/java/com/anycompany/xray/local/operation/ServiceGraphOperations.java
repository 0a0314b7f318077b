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

    private record GetTraceGraphRequest(TraceId id) {

        static GetTraceGraphRequest of(Input input) {
            NextToken.refuse(input);
            List<String> ids = input.texts("TraceIds");
            if (ids.isEmpty()) {
                throw ApiException.invalid("Zero trace ids provided");
            }
            if (ids.size() > 1) {
                throw ApiException.invalid("Currently only one trace Id is supported");
            }
            TraceId id = TraceId.parse(ids.get(0));
            if (id == null) {
                throw ApiException.invalid("Invalid traceId. ErrorCode: InvalidId");
            }
            return new GetTraceGraphRequest(id);
        }
    }

    public ServiceGraphOperations(TraceStore store, Groups groups) {
        this.store = store;
        this.groups = groups;
    }

    public void addTo(Operations operations) {
        operations
                .add("GetServiceGraph", this::getServiceGraph)
                .add("GetTraceGraph", this::getTraceGraph)
                .add("GetTracesGraph", this::getTracesGraph);
    }

    private Output getServiceGraph(Input input) {
        GetServiceGraphRequest request = GetServiceGraphRequest.of(input, groups);
        TimeRange range = request.range();
        ServiceGraph graph = store.serviceGraph(request.group().number(), range.startSecond(), range.endSecond());
        return ServiceGraphOutput.withTimes(graph, request.group());
    }

    private Output getTraceGraph(Input input) {
        return graph(List.of(GetTraceGraphRequest.of(input).id()));
    }

    /** X-Ray Local's own: one graph of all traces together. */
    private Output getTracesGraph(Input input) {
        return graph(TraceIdsMember.of(input));
    }

    private Output graph(List<TraceId> ids) {
        if (store.find(ids).isEmpty()) {
            throw ApiException.invalid("Trace id not found");
        }
        return ServiceGraphOutput.withoutTimes(store.traceGraph(new HashSet<>(ids)));
    }
}
