package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.insight.Insight;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.trace.NodeId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The part of a service graph that an insight is about: what failed, and whoever depends on its root cause. */
final class ImpactGraph {

    private ImpactGraph() {}

    static ServiceGraph of(Insight insight, ServiceGraph graph) {
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
        return new ServiceGraph(services, graph.startSecond(), graph.endSecond());
    }

    private static boolean isConcerned(Insight insight, NodeId service) {
        return service.equals(insight.rootCause()) || insight.topAnomalous().contains(service);
    }

    /** Structure only: numbers are asked for with GetServiceGraph. */
    static Output service(ServiceGraph.Service service) {
        NodeId id = service.id();
        return new Output()
                .put("ReferenceId", service.referenceId())
                .put("Type", id.type())
                .put("Name", id.name())
                .put("Names", List.of(id.name()))
                .put("AccountId", id.accountId())
                .put("Edges", service.edges(), edge -> new Output().put("ReferenceId", edge.referenceId()));
    }
}
