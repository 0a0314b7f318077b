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
 * Service graph: services and the calls between them, with statistics.
 *
 * @param startSecond when the first segment began; undefined if there are no services
 * @param endSecond the second after the last segment began
 */
public record ServiceGraph(List<Service> services, int startSecond, int endSecond, Received received, Omitted omitted) {

    /** How many services, and how many calls between the others, were left out: they are more than a graph may have. */
    public record Omitted(int services, int calls) {

        static final Omitted NOTHING = new Omitted(0, 0);
    }

    /** The seconds in which the first and the last document were received; undefined if there are no services. */
    public record Received(int firstSecond, int lastSecond) {}

    /** A node that has sent segments, a remote service that is known from its callers only, or anything else. */
    public enum State {
        ACTIVE,
        PASSIVE,
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

        /** Removes the edges to services that are not among {@code others}, given by their reference ids. */
        public Service withEdgesTo(Set<Integer> others) {
            List<Edge> kept = edges.stream()
                    .filter(edge -> others.contains(edge.referenceId()))
                    .toList();
            return new Service(referenceId, id, root, state, startSecond, endSecond, statistics, kept);
        }
    }

    /**
     * @param statistics a link's durations are the ages of the received events
     * @param aliases the caller's names for the callee
     * @param link whether it is a link between traces instead of a call
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

    /** The service and its direct and indirect callers, by their reference ids. */
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
