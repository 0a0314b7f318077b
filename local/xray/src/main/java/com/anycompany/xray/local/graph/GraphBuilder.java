package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.trace.NodeId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builder of a service graph from tallies and single observations. */
final class GraphBuilder implements TallyConsumer {

    private final GraphKeys keys;
    private final GraphSelection.@Nullable Selected selected;
    private final Map<Integer, TallySum> sums = new HashMap<>();

    /** @param selected the keys that the graph has; null for all */
    GraphBuilder(GraphKeys keys, GraphSelection.@Nullable Selected selected) {
        this.keys = keys;
        this.selected = selected;
    }

    @Override
    public void add(int key, Tally tally) {
        if (selected == null || selected.keys().get(key)) {
            sum(key).add(tally);
        }
    }

    @Override
    public void add(Observations.Reading each) {
        if (selected == null || selected.keys().get(each.key())) {
            sum(each.key()).add(each);
        }
    }

    private TallySum sum(int key) {
        return sums.computeIfAbsent(key, number -> new TallySum());
    }

    ServiceGraph build() {
        Map<NodeId, Node> nodes = new TreeMap<>(Comparator.comparing(NodeId::name)
                .thenComparing(NodeId::type, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(NodeId::accountId, Comparator.nullsFirst(Comparator.naturalOrder())));
        sums.forEach((number, sum) -> {
            GraphKey key = keys.key(number);
            if (key instanceof GraphKey.Node node) {
                node(nodes, node.id()).add(node.role(), sum);
            } else if (key instanceof GraphKey.Edge edge) {
                node(nodes, edge.to());
                node(nodes, edge.from()).addCall(edge, sum);
            }
        });
        return number(nodes);
    }

    private static Node node(Map<NodeId, Node> nodes, NodeId id) {
        return nodes.computeIfAbsent(id, Node::new);
    }

    private ServiceGraph number(Map<NodeId, Node> nodes) {
        Map<NodeId, Integer> numbers = new HashMap<>();
        nodes.keySet().forEach(id -> numbers.put(id, numbers.size()));
        List<ServiceGraph.Service> services = new ArrayList<>();
        nodes.values().forEach(node -> services.add(node.build(numbers)));
        int start = services.stream()
                .mapToInt(ServiceGraph.Service::startSecond)
                .min()
                .orElse(0);
        int end = services.stream()
                .mapToInt(ServiceGraph.Service::endSecond)
                .max()
                .orElse(0);
        ServiceGraph.Omitted omitted = selected == null
                ? ServiceGraph.Omitted.NOTHING
                : new ServiceGraph.Omitted(selected.omittedServices(), selected.omittedCalls());
        return new ServiceGraph(services, start, end, received(nodes.values()), omitted);
    }

    private static ServiceGraph.Received received(Collection<Node> nodes) {
        Period all = null;
        for (Node node : nodes) {
            Period received = node.seen().received();
            all = received == null ? all : Period.union(all, received);
        }
        return all == null ? new ServiceGraph.Received(0, 0) : new ServiceGraph.Received(all.first(), all.last());
    }

    /** The target of an edge. A call and a link between the same nodes are two edges. */
    private record Target(NodeId to, boolean link) {}

    /** Builder of a node. */
    private static final class Node {

        private final NodeId id;
        private final TallySum own = new TallySum();
        private final TallySum calls = new TallySum();
        private final Map<Target, TallySum> edges = new HashMap<>();
        private final Map<NodeId, Set<String>> aliases = new HashMap<>();
        private boolean root;
        private boolean reported;

        Node(NodeId id) {
            this.id = id;
        }

        void add(GraphKey.Role role, TallySum sum) {
            root |= role == GraphKey.Role.ROOT;
            reported |= role != GraphKey.Role.INFERRED;
            own.add(sum);
        }

        void addCall(GraphKey.Edge edge, TallySum sum) {
            calls.add(sum);
            edges.computeIfAbsent(new Target(edge.to(), edge.link()), to -> new TallySum())
                    .add(sum);
            @Nullable String alias = edge.alias();
            if (alias != null) {
                aliases.computeIfAbsent(edge.to(), to -> new TreeSet<>()).add(alias);
            }
        }

        /** Its own segments; a client has none, only calls. */
        TallySum seen() {
            return own.received() == null ? calls : own;
        }

        private ServiceGraph.State state() {
            if (reported) {
                return ServiceGraph.State.ACTIVE;
            }
            return id.isRemote() ? ServiceGraph.State.PASSIVE : ServiceGraph.State.UNKNOWN;
        }

        ServiceGraph.Service build(Map<NodeId, Integer> numbers) {
            Period started = seen().started();
            int start = started == null ? 0 : started.first();
            int end = started == null ? 0 : started.last() + 1;
            List<ServiceGraph.Edge> built = new ArrayList<>();
            edges.forEach((target, sum) -> built.add(new ServiceGraph.Edge(
                    numbers.getOrDefault(target.to(), 0),
                    start,
                    end,
                    Statistics.of(sum.counts()),
                    List.copyOf(aliases.getOrDefault(target.to(), Set.of())),
                    target.link())));
            built.sort(Comparator.comparingInt(ServiceGraph.Edge::referenceId).thenComparing(ServiceGraph.Edge::link));
            return new ServiceGraph.Service(
                    numbers.getOrDefault(id, 0), id, root, state(), start, end, Statistics.of(own.counts()), built);
        }
    }
}
