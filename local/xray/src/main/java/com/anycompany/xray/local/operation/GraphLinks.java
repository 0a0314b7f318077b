package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.segment.Link;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.store.TraceSnapshot;
import com.anycompany.xray.local.trace.EntityNode;
import com.anycompany.xray.local.trace.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The links from retrieved traces to others, by the service that has them. */
final class GraphLinks {

    private final Map<NodeId, List<GraphLink>> byService = new HashMap<>();

    /** From one trace to those that it continues. */
    record GraphLink(TraceId source, Set<TraceId> destinations) {

        Output output() {
            return new Output()
                    .put("ReferenceType", "link")
                    .put("SourceTraceId", source.toString())
                    .put(
                            "DestinationTraceIds",
                            destinations.stream().map(TraceId::toString).toList());
        }
    }

    private GraphLinks() {}

    static GraphLinks of(List<TraceSnapshot> traces) {
        GraphLinks links = new GraphLinks();
        traces.forEach(links::add);
        return links;
    }

    private void add(TraceSnapshot trace) {
        Map<NodeId, Set<TraceId>> found = new HashMap<>();
        for (EntityNode node : trace.assemble().entities()) {
            for (Link link : node.entity().links()) {
                found.computeIfAbsent(node.segment().node(), service -> new LinkedHashSet<>())
                        .add(link.traceId());
            }
        }
        found.forEach((service, destinations) -> byService
                .computeIfAbsent(service, id -> new ArrayList<>())
                .add(new GraphLink(trace.id(), destinations)));
    }

    List<GraphLink> of(NodeId service) {
        return byService.getOrDefault(service, List.of());
    }
}
