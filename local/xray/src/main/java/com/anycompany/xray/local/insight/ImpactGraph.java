package com.anycompany.xray.local.insight;

import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.trace.NodeId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Impact graph of an insight: the part of the service graph with the failing services and all that call them. */
public final class ImpactGraph {

    private ImpactGraph() {}

    public static ServiceGraph of(Insight insight, ServiceGraph graph) {
        Set<Integer> concerned = new HashSet<>();
        for (ServiceGraph.Service service : graph.services()) {
            if (isConcerned(insight, service.id())) {
                concerned.addAll(graph.leadingTo(service.referenceId()));
            }
        }
        List<ServiceGraph.Service> services = graph.services().stream()
                .filter(service -> concerned.contains(service.referenceId()))
                .map(service -> service.withEdgesTo(concerned))
                .toList();
        return new ServiceGraph(services, graph.startSecond(), graph.endSecond(), graph.received(), graph.omitted());
    }

    private static boolean isConcerned(Insight insight, NodeId service) {
        return service.equals(insight.rootCause()) || insight.topAnomalous().contains(service);
    }
}
