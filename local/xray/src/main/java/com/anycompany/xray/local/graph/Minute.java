package com.anycompany.xray.local.graph;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was observed within one minute: the sums, and who contributed, for questions that begin or end within it. */
final class Minute {

    private static final int TALLY_OVERHEAD = 400;

    static final int SECONDS = 60;

    private final int start;
    private final Map<Integer, Tally> tallies = new HashMap<>();
    private final Set<Observations> contributions = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Who was counted in last, and who was taken away last: all of a trace's observations come one after another. */
    private @Nullable Observations coming;

    private @Nullable Observations leaving;

    Minute(int start) {
        this.start = start;
    }

    /** In seconds since the epoch. */
    int start() {
        return start;
    }

    void add(Observations from, int index) {
        if (coming != from) {
            contributions.add(from);
            coming = from;
        }
        tallies.computeIfAbsent(from.key(index), key -> new Tally()).add(from, index, 1);
    }

    void remove(Observations from, int index) {
        if (leaving != from) {
            contributions.remove(from);
            leaving = from;
            coming = null;
        }
        Tally tally = tallies.get(from.key(index));
        if (tally != null) {
            tally.add(from, index, -1);
            if (tally.isEmpty()) {
                tallies.remove(from.key(index));
            }
        }
    }

    boolean isEmpty() {
        return tallies.isEmpty();
    }

    void addTo(GraphBuilder graph, int from, int until) {
        if (liesWithin(from, until)) {
            tallies.forEach(graph::add);
            return;
        }
        int first = Math.max(from, start);
        int end = Math.min(until, start + SECONDS);
        for (Observations trace : contributions) {
            for (int i = 0; i < trace.size(); i++) {
                if (trace.second(i) >= first && trace.second(i) < end) {
                    graph.add(trace, i);
                }
            }
        }
    }

    private boolean liesWithin(int from, int until) {
        return tallies.values().stream().allMatch(tally -> tally.firstSecond() >= from && tally.lastSecond() < until);
    }

    /** Roughly what it occupies. */
    long bytes() {
        return (long) tallies.size() * TALLY_OVERHEAD + contributions.size() * 24L;
    }
}
