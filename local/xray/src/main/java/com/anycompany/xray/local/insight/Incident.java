package com.anycompany.xray.local.insight;

import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.trace.NodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Incident: services that failed in the same minute and are connected by failed calls.
 *
 * <p>The root cause is the service whose calls to the others didn't fail: the table, if all of
 * {@code frontend → orders → Orders (table)} fail. If there are several such services, or none, it is the one with the most
 * faults.
 *
 * @param clients the requests of the clients that could have reached the root cause
 */
record Incident(NodeId rootCause, List<NodeId> services, Impact clients, Impact impact) {

    private static final int MAX_SERVICES = 5;

    private static final Comparator<ServiceGraph.Service> WORST_FIRST = Comparator.comparingInt(
                    (ServiceGraph.Service service) -> service.statistics().fault())
            .reversed()
            .thenComparing(service -> service.id().name());

    /** The incidents of a minute: a partition of the anomalous services. */
    static List<Incident> in(ServiceGraph graph, Predicate<ServiceGraph.Service> anomalous) {
        Set<Integer> open = new HashSet<>();
        graph.services().stream()
                .filter(service -> !service.id().isClient() && anomalous.test(service))
                .forEach(service -> open.add(service.referenceId()));
        FailedCalls failedCalls = FailedCalls.of(graph);
        List<Incident> incidents = new ArrayList<>();
        while (!open.isEmpty()) {
            Set<Integer> together = failedCalls.connected(open.iterator().next(), open);
            open.removeAll(together);
            incidents.add(of(graph, together, failedCalls));
        }
        return incidents;
    }

    private static Incident of(ServiceGraph graph, Set<Integer> together, FailedCalls failedCalls) {
        List<ServiceGraph.Service> worstFirst =
                together.stream().map(graph.services()::get).sorted(WORST_FIRST).toList();
        ServiceGraph.Service rootCause = worstFirst.stream()
                .filter(service ->
                        failedCalls.callees(service.referenceId()).stream().noneMatch(together::contains))
                .findFirst()
                .orElse(worstFirst.get(0));
        Set<Integer> affected = graph.leadingTo(rootCause.referenceId());
        return new Incident(
                rootCause.id(),
                worstFirst.stream()
                        .map(ServiceGraph.Service::id)
                        .limit(MAX_SERVICES)
                        .toList(),
                clients(graph, affected),
                Impact.of(rootCause.statistics()));
    }

    private static Impact clients(ServiceGraph graph, Set<Integer> affected) {
        Impact sum = Impact.NONE;
        for (ServiceGraph.Service service : graph.services()) {
            if (service.id().isClient() && affected.contains(service.referenceId())) {
                for (ServiceGraph.Edge edge : service.edges()) {
                    sum = sum.plus(Impact.of(edge.statistics()));
                }
            }
        }
        return sum;
    }
}
