package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.trace.NodeId;

/**
 * Sum of the statistics of some services or calls in a period, without a graph: a time series asks for hundreds of
 * periods.
 */
public final class SelectedStatistics implements TallyConsumer {

    private final GraphKeys keys;
    private final Selector selector;
    private final Counts sum = new Counts();
    private int firstSecond = Integer.MAX_VALUE;

    /** Tells what is to be added up. */
    public interface Selector {

        boolean matchesService(NodeId service);

        boolean matchesEdge(NodeId from, NodeId to);
    }

    SelectedStatistics(GraphKeys keys, Selector selector) {
        this.keys = keys;
        this.selector = selector;
    }

    @Override
    public void add(int key, Tally tally) {
        firstSecond = Math.min(firstSecond, tally.received().first());
        if (matches(key)) {
            sum.add(tally.counts());
        }
    }

    @Override
    public void add(Observations.Reading each) {
        firstSecond = Math.min(firstSecond, each.second());
        if (matches(each.key())) {
            sum.add(each, 1);
        }
    }

    private boolean matches(int number) {
        GraphKey key = keys.key(number);
        if (key instanceof GraphKey.Node node) {
            return selector.matchesService(node.id());
        }
        return key instanceof GraphKey.Edge edge && selector.matchesEdge(edge.from(), edge.to());
    }

    public Statistics statistics() {
        return Statistics.of(sum);
    }

    /** Whether nothing at all was observed in the period. */
    public boolean isEmpty() {
        return firstSecond == Integer.MAX_VALUE;
    }

    /** The first observation of the period, whether or not it was selected; there must be one. */
    public int firstSecond() {
        return firstSecond;
    }
}
