package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.trace.NodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builder of a service graph from tallies and single observations. */
final class GraphBuilder {

    private final GraphKeys keys;
    private final Map<Integer, Tally> tallies = new HashMap<>();

    GraphBuilder(GraphKeys keys) {
        this.keys = keys;
    }

    void add(int key, Tally tally) {
        tally(key).add(tally);
    }

    void add(Observations.Reading each) {
        tally(each.key()).add(each, 1);
    }

    void addAll(Observations observations) {
        Observations.Reading each = observations.read();
        while (each.next()) {
            add(each);
        }
    }

    private Tally tally(int key) {
        return tallies.computeIfAbsent(key, number -> new Tally());
    }

    ServiceGraph build() {
        Map<NodeId, Node> nodes = new TreeMap<>(Comparator.comparing(NodeId::name)
                .thenComparing(NodeId::type, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(NodeId::accountId, Comparator.nullsFirst(Comparator.naturalOrder())));
        tallies.forEach((number, tally) -> {
            GraphKey key = keys.key(number);
            if (key instanceof GraphKey.Node node) {
                node(nodes, node.id()).add(node.role(), tally);
            } else if (key instanceof GraphKey.Edge edge) {
                node(nodes, edge.to());
                node(nodes, edge.from()).addCall(edge, tally);
            }
        });
        return number(nodes);
    }

    private static Node node(Map<NodeId, Node> nodes, NodeId id) {
        return nodes.computeIfAbsent(id, Node::new);
    }

    private static ServiceGraph number(Map<NodeId, Node> nodes) {
        Map<NodeId, Integer> numbers = new HashMap<>();
        nodes.keySet().forEach(id -> numbers.put(id, numbers.size()));
        List<ServiceGraph.Service> services = new ArrayList<>();
        nodes.values().forEach(node -> services.add(node.build(numbers)));
        int start = services.stream()
                .mapToInt(ServiceGraph.Service::startSecond)
                .min()
                .orElse(0);
        int end = services.stream()
                .mapToInt(service -> service.endSecond() - 1)
                .max()
                .orElse(0);
        return new ServiceGraph(services, start, end);
    }

    /** The target of an edge. A call and a link between the same nodes are two edges. */
    private record Target(NodeId to, boolean link) {}

    /** Builder of a node. */
    private static final class Node {

        private final NodeId id;
        private final Tally own = new Tally();
        private final Tally calls = new Tally();
        private final Map<Target, Tally> edges = new HashMap<>();
        private final Map<NodeId, Set<String>> aliases = new HashMap<>();
        private boolean root;
        private boolean reported;

        Node(NodeId id) {
            this.id = id;
        }

        void add(GraphKey.Role role, Tally tally) {
            root |= role == GraphKey.Role.ROOT;
            reported |= role != GraphKey.Role.INFERRED;
            own.add(tally);
        }

        void addCall(GraphKey.Edge edge, Tally tally) {
            calls.add(tally);
            edges.computeIfAbsent(new Target(edge.to(), edge.link()), to -> new Tally())
                    .add(tally);
            @Nullable String alias = edge.alias();
            if (alias != null) {
                aliases.computeIfAbsent(edge.to(), to -> new TreeSet<>()).add(alias);
            }
        }

        ServiceGraph.Service build(Map<NodeId, Integer> numbers) {
            Tally seen = own.isEmpty() ? calls : own;
            int start = seen.isEmpty() ? 0 : seen.firstSecond();
            int end = seen.isEmpty() ? 0 : seen.lastSecond() + 1;
            List<ServiceGraph.Edge> built = new ArrayList<>();
            edges.forEach((target, tally) -> built.add(new ServiceGraph.Edge(
                    numbers.getOrDefault(target.to(), 0),
                    start,
                    end,
                    Statistics.of(tally),
                    List.copyOf(aliases.getOrDefault(target.to(), Set.of())),
                    target.link())));
            built.sort(Comparator.comparingInt(ServiceGraph.Edge::referenceId).thenComparing(ServiceGraph.Edge::link));
            return new ServiceGraph.Service(
                    numbers.getOrDefault(id, 0),
                    id,
                    root,
                    reported ? ServiceGraph.State.ACTIVE : ServiceGraph.State.UNKNOWN,
                    start,
                    end,
                    Statistics.of(own),
                    built);
        }
    }
}
