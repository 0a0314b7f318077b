package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.trace.NodeId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Service graph: the services that were observed and the calls between them, as the API returns them.
 *
 * @param startSecond of the first observation; meaningless without services
 */
public record ServiceGraph(List<Service> services, int startSecond, int endSecond) {

    /** Whether a node tells of itself, or is only known from its callers. */
    public enum State {
        ACTIVE,
        UNKNOWN
    }

    public record Service(
            int referenceId,
            NodeId id,
            boolean root,
            State state,
            int startSecond,
            int endSecond,
            Statistics statistics,
            List<Edge> edges) {

        /** The same service with those of its calls that go to some others, given by their reference ids. */
        public Service withEdgesTo(Set<Integer> others) {
            List<Edge> kept = edges.stream()
                    .filter(edge -> others.contains(edge.referenceId()))
                    .toList();
            return new Service(referenceId, id, root, state, startSecond, endSecond, statistics, kept);
        }
    }

    /**
     * @param statistics of a link, the durations are the ages of what arrived by it
     * @param aliases the caller's names for the callee
     * @param link whether traces are linked along it, rather than one calling the other
     */
    public record Edge(
            int referenceId,
            int startSecond,
            int endSecond,
            Statistics statistics,
            List<String> aliases,
            boolean link) {}

    public boolean isEmpty() {
        return services.isEmpty();
    }

    /** The service and all that call it, directly or through others, by their reference ids. */
    public Set<Integer> leadingTo(int referenceId) {
        Map<Integer, List<Integer>> callers = new HashMap<>();
        for (Service service : services) {
            for (Edge edge : service.edges()) {
                callers.computeIfAbsent(edge.referenceId(), id -> new ArrayList<>())
                        .add(service.referenceId());
            }
        }
        Set<Integer> found = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(referenceId));
        while (!open.isEmpty()) {
            int next = open.remove();
            if (found.add(next)) {
                open.addAll(callers.getOrDefault(next, List.of()));
            }
        }
        return found;
    }
}
