package com.anycompany.xray.local.insight;

import com.anycompany.xray.local.graph.ServiceGraph;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Graph of failed calls between services, by their reference ids. */
final class FailedCalls {

    private final Map<Integer, Set<Integer>> callees = new HashMap<>();
    private final Map<Integer, Set<Integer>> callers = new HashMap<>();

    private FailedCalls() {}

    static FailedCalls of(ServiceGraph graph) {
        FailedCalls calls = new FailedCalls();
        for (ServiceGraph.Service service : graph.services()) {
            for (ServiceGraph.Edge edge : service.edges()) {
                if (!edge.link() && edge.statistics().fault() > 0) {
                    calls.callees
                            .computeIfAbsent(service.referenceId(), id -> new HashSet<>())
                            .add(edge.referenceId());
                    calls.callers
                            .computeIfAbsent(edge.referenceId(), id -> new HashSet<>())
                            .add(service.referenceId());
                }
            }
        }
        return calls;
    }

    Set<Integer> callees(int service) {
        return callees.getOrDefault(service, Set.of());
    }

    /** The connected component of a service within {@code others}, ignoring the direction of calls. */
    Set<Integer> connected(int service, Set<Integer> others) {
        Set<Integer> found = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(Set.of(service));
        while (!open.isEmpty()) {
            int next = open.remove();
            if (others.contains(next) && found.add(next)) {
                open.addAll(callees(next));
                open.addAll(callers.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }
}
