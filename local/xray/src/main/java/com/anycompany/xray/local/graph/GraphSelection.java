package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.trace.NodeId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Selection of the part of a service graph that a {@link GraphLimit} has room for: the services with the most requests,
 * their clients, and of the calls between them those that were made most. Needs a number per key; the sums themselves are
 * added up for the selected keys only.
 */
final class GraphSelection implements TallyConsumer {

    private final GraphKeys keys;
    private int[] totals;

    GraphSelection(GraphKeys keys) {
        this.keys = keys;
        this.totals = new int[keys.capacity()];
    }

    @Override
    public void add(int key, Tally tally) {
        totals[key] += tally.counts().total();
    }

    @Override
    public void add(Observations.Reading each) {
        totals[each.key()]++;
    }

    /**
     * What was selected.
     *
     * @param keys the numbers of the selected keys
     * @param omittedServices how many services were left out
     * @param omittedCalls how many calls between selected services were left out
     */
    record Selected(BitSet keys, int omittedServices, int omittedCalls) {}

    Selected select(GraphLimit limit) {
        Map<NodeId, Long> requests = requestsByService();
        Set<NodeId> services = busiest(requests, limit.services());
        BitSet selected = new BitSet(totals.length);
        List<Integer> calls = new ArrayList<>();
        for (int number = 0; number < totals.length; number++) {
            if (totals[number] == 0) {
                continue;
            }
            GraphKey key = keys.key(number);
            if (key instanceof GraphKey.Node node) {
                selected.set(number, services.contains(node.id()));
            } else if (key instanceof GraphKey.Edge edge
                    && services.contains(edge.to())
                    && (edge.from().isClient() || services.contains(edge.from()))) {
                calls.add(number);
            }
        }
        calls.sort(Comparator.comparingInt((Integer number) -> -totals[number]));
        calls.stream().limit(limit.calls()).forEach(selected::set);
        return new Selected(selected, requests.size() - services.size(), Math.max(0, calls.size() - limit.calls()));
    }

    private Map<NodeId, Long> requestsByService() {
        Map<NodeId, Long> requests = new HashMap<>();
        for (int number = 0; number < totals.length; number++) {
            if (totals[number] > 0) {
                GraphKey key = keys.key(number);
                if (key instanceof GraphKey.Node node) {
                    add(requests, node.id(), totals[number]);
                } else if (key instanceof GraphKey.Edge edge) {
                    add(requests, edge.from(), 0);
                    add(requests, edge.to(), 0);
                }
            }
        }
        return requests;
    }

    private static void add(Map<NodeId, Long> requests, NodeId id, int count) {
        if (!id.isClient()) {
            requests.merge(id, (long) count, Long::sum);
        }
    }

    private static Set<NodeId> busiest(Map<NodeId, Long> requests, int most) {
        if (requests.size() <= most) {
            return requests.keySet();
        }
        long[] counts = requests.values().stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(counts);
        long least = counts[counts.length - most];
        Set<NodeId> busiest = new HashSet<>();
        requests.forEach((id, count) -> {
            if (count > least) {
                busiest.add(id);
            }
        });
        for (Map.Entry<NodeId, Long> each : requests.entrySet()) {
            if (each.getValue() == least && busiest.size() < most) {
                busiest.add(each.getKey());
            }
        }
        return busiest;
    }
}
