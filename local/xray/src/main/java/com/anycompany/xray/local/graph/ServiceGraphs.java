package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.AssembledTrace;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The service graph of any stretch of time, added up beforehand so that asking doesn't mean reading traces.
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
 */
public final class ServiceGraphs {

    private static final int KEY_BYTES = 250;

    private final GraphKeys keys = new GraphKeys();
    private final NavigableMap<Integer, Minute> minutes = new TreeMap<>();
    private long bytes;

    /** Counts a trace in; what is returned takes it away again. */
    public Observations add(AssembledTrace trace) {
        Observations observations = Observer.observe(trace, keys);
        for (int i = 0; i < observations.size(); i++) {
            Minute minute = minutes.computeIfAbsent(minuteOf(observations.second(i)), Minute::new);
            bytes -= minute.bytes();
            minute.add(observations, i);
            bytes += minute.bytes();
        }
        return observations;
    }

    /** Takes away what {@link #add} returned; to be done once. */
    public void remove(Observations observations) {
        for (int i = 0; i < observations.size(); i++) {
            int start = minuteOf(observations.second(i));
            Minute minute = minutes.get(start);
            if (minute != null) {
                bytes -= minute.bytes();
                minute.remove(observations, i);
                bytes += minute.bytes();
                dropIfEmpty(start, minute);
            }
            keys.release(observations.key(i));
        }
    }

    private void dropIfEmpty(int start, Minute minute) {
        if (minute.isEmpty()) {
            bytes -= minute.bytes();
            minutes.remove(start);
        }
    }

    /** What was received in {@code [from, until)}, in seconds since the epoch. */
    public ServiceGraph between(int from, int until) {
        GraphBuilder graph = new GraphBuilder(keys);
        minutes.subMap(minuteOf(from), true, until, false).values().forEach(minute -> minute.addTo(graph, from, until));
        return graph.build();
    }

    /** The graph of some traces alone. */
    public ServiceGraph of(Collection<Observations> traces) {
        GraphBuilder graph = new GraphBuilder(keys);
        traces.forEach(graph::addAll);
        return graph.build();
    }

    private static int minuteOf(int second) {
        return Math.floorDiv(second, Minute.SECONDS) * Minute.SECONDS;
    }

    /** Roughly what it occupies. */
    public long bytes() {
        return bytes + (long) keys.size() * KEY_BYTES;
    }
}
