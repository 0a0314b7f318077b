package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.trace.AssembledTrace;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Incrementally maintained service graphs by minute, so that a query reads no traces.
 *
 * <p>Each trace contributes {@link Observations}; each minute of receipt has one {@link Tally} per node and edge. When
 * a trace changes, its previous observations are subtracted and the new ones added; when it is evicted, they are
 * subtracted. So the sums always equal a count over all stored traces.
 *
 * <pre>
 * frontend's document arrives at 10:00:07: its call to catalogservice has no segment, so a remote is inferred
 *   10:00  node frontend 1   node catalogservice/remote 1   edge frontend→catalogservice/remote 1
 * catalogservice's own document arrives at 10:01:02: the inferred node is replaced by the reported one
 *   10:00  node frontend 1   edge frontend→catalogservice 1     (the edge is seen through the caller's document)
 *   10:01  node catalogservice 1
 * </pre>
 *
 * <p>A query from 9:30:00 to 10:30:00 adds up 60 minutes. If a period starts or ends within a minute, the observations
 * of that minute's traces are read, unless all of them lie inside. Not thread-safe: the store guards it.
 *
 * <p>Each group has a timeline over the same observations. Traces are assigned to groups when they are aggregated
 * ({@link Memberships}), so the cost of a query depends on the group's traffic, not on the number of stored traces.
 */
public final class ServiceGraphs {

    /** The number of the group of all traces. */
    public static final int ALL_TRACES = -1;

    private static final int KEY_BYTES = 250;

    private final Memberships memberships;
    private final LinkedTraces linked;
    private final GraphLimit limit;
    private final GraphKeys keys = new GraphKeys();
    private final Timeline all = new Timeline();
    private final @Nullable Timeline[] groups = new @Nullable Timeline[Memberships.MAX_GROUPS];

    public ServiceGraphs(Memberships memberships, LinkedTraces linked) {
        this(memberships, linked, GraphLimit.ofHeap(Runtime.getRuntime().maxMemory()));
    }

    ServiceGraphs(Memberships memberships, LinkedTraces linked, GraphLimit limit) {
        this.limit = limit;
        this.memberships = memberships;
        this.linked = linked;
    }

    /** Adds a trace; the result is needed to remove it. */
    public Observations add(TraceId id, AssembledTrace trace) {
        Observations observations = Observer.observe(trace, memberships.of(id, trace), keys, linked);
        all.add(observations);
        forEachGroup(observations, timeline -> timeline.add(observations));
        return observations;
    }

    /** Subtracts what {@link #add} returned; must be called once. */
    public void remove(Observations observations) {
        all.remove(observations);
        forEachGroup(observations, timeline -> timeline.remove(observations));
        Observations.Reading each = observations.read();
        while (each.next()) {
            keys.release(each.key());
        }
    }

    private void forEachGroup(Observations observations, Consumer<Timeline> action) {
        for (long rest = observations.groups(); rest != 0; rest &= rest - 1) {
            action.accept(group(Long.numberOfTrailingZeros(rest)));
        }
    }

    private Timeline group(int number) {
        Timeline known = groups[number];
        if (known == null) {
            known = new Timeline();
            groups[number] = known;
        }
        return known;
    }

    /**
     * The graph of the period {@code [from, until)}, in seconds since the epoch, of a group or of {@link #ALL_TRACES}.
     */
    public ServiceGraph between(int group, int from, int until) {
        return build(consumer -> addTo(consumer, group, from, until));
    }

    /** The sum of some services' or calls' statistics in the same period. */
    public SelectedStatistics sum(int group, int from, int until, SelectedStatistics.Selector selector) {
        SelectedStatistics sum = new SelectedStatistics(keys, selector);
        addTo(sum, group, from, until);
        return sum;
    }

    private void addTo(TallyConsumer consumer, int group, int from, int until) {
        Timeline timeline = group == ALL_TRACES ? all : groups[group];
        if (timeline != null) {
            timeline.addTo(consumer, from, until);
        }
    }

    /** Reads the observations twice if there may be more than a graph has room for. */
    private ServiceGraph build(Consumer<TallyConsumer> observed) {
        GraphSelection.Selected selected = null;
        if (keys.size() > limit.services()) {
            GraphSelection selection = new GraphSelection(keys);
            observed.accept(selection);
            selected = selection.select(limit);
        }
        GraphBuilder graph = new GraphBuilder(keys, selected);
        observed.accept(graph);
        return graph.build();
    }

    /** Removes a deleted group from all traces, so that its number can be reused. */
    public void forget(int group, Iterable<Observations> allTraces) {
        allTraces.forEach(observations -> observations.leave(group));
        groups[group] = null;
    }

    /** The graph of the given traces. */
    public ServiceGraph of(Collection<Observations> traces) {
        return build(consumer -> traces.forEach(observations -> {
            Observations.Reading each = observations.read();
            while (each.next()) {
                consumer.add(each);
            }
        }));
    }

    /** Approximate memory. */
    public long bytes() {
        long bytes = all.bytes() + (long) keys.size() * KEY_BYTES;
        for (Timeline group : groups) {
            bytes += group == null ? 0 : group.bytes();
        }
        return bytes;
    }
}
