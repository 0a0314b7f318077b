package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.trace.AssembledTrace;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The service graphs of all periods of time, added up beforehand so that a question doesn't have to read traces.
 *
 * <p>Each trace adds {@link Observations}; each minute of receipt keeps one {@link Tally} per node and edge. When a
 * trace changes, its earlier observations are taken away and the new ones added; when it leaves the store, they are
 * taken away for good. So the sums are at any time those that counting all stored traces afresh would give.
 *
 * <pre>
 * frontend's document arrives at 10:00:07: its call to catalogservice is unanswered, which implies a remote
 *   10:00  node frontend 1   node catalogservice/remote 1   edge frontend→catalogservice/remote 1
 * catalogservice's own document arrives at 10:01:02: the implied one goes, the real one comes
 *   10:00  node frontend 1   edge frontend→catalogservice 1     (the edge is seen through the caller's document)
 *   10:01  node catalogservice 1
 * </pre>
 *
 * <p>A question from 9:30:00 to 10:30:00 adds up 60 minutes; one that begins or ends within a minute reads the
 * observations of the traces of that minute, unless all that the minute knows lies inside. Not thread-safe: the store
 * guards it.
 *
 * <p>A group is a timeline of its own over the same observations. Which traces are in it was decided when they were
 * aggregated ({@link Memberships}), so a question about a group costs what the group's traffic costs, not what is stored.
 */
public final class ServiceGraphs {

    /** Stands for all traces where the number of a group is asked for. */
    public static final int ALL_TRACES = -1;

    private static final int KEY_BYTES = 250;

    private final Memberships memberships;
    private final LinkedTraces linked;
    private final GraphKeys keys = new GraphKeys();
    private final Timeline all = new Timeline();
    private final @Nullable Timeline[] groups = new @Nullable Timeline[Memberships.MAX_GROUPS];

    public ServiceGraphs(Memberships memberships, LinkedTraces linked) {
        this.memberships = memberships;
        this.linked = linked;
    }

    /** Counts a trace in; what is returned takes it away again. */
    public Observations add(AssembledTrace trace) {
        Observations observations = Observer.observe(trace, memberships.of(trace), keys, linked);
        all.add(observations);
        forEachGroup(observations, timeline -> timeline.add(observations));
        return observations;
    }

    /** Takes away what {@link #add} returned; to be done once. */
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

    /** What was received in {@code [from, until)}, in seconds since the epoch, of a group or of {@link #ALL_TRACES}. */
    public ServiceGraph between(int group, int from, int until) {
        GraphBuilder graph = new GraphBuilder(keys);
        Timeline timeline = group == ALL_TRACES ? all : groups[group];
        if (timeline != null) {
            timeline.addTo(graph, from, until);
        }
        return graph.build();
    }

    /** A group is no more: none of the traces is in it, and its number may stand for another group from now on. */
    public void forget(int group, Iterable<Observations> allTraces) {
        allTraces.forEach(observations -> observations.leave(group));
        groups[group] = null;
    }

    /** The graph of some traces alone. */
    public ServiceGraph of(Collection<Observations> traces) {
        GraphBuilder graph = new GraphBuilder(keys);
        traces.forEach(graph::addAll);
        return graph.build();
    }

    /** Roughly what it occupies. */
    public long bytes() {
        long bytes = all.bytes() + (long) keys.size() * KEY_BYTES;
        for (Timeline group : groups) {
            bytes += group == null ? 0 : group.bytes();
        }
        return bytes;
    }
}
