package com.anycompany.xray.local.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One-minute bucket of a timeline: the sums, and the contributing observations for periods that start or end within it.
 */
final class Minute {

    private static final int TALLY_OVERHEAD = 480;

    static final int SECONDS = 60;

    private final int start;

    /** Indexed by the numbers of their keys. */
    private @Nullable Tally[] tallies = new @Nullable Tally[32];

    private int used;
    private final Set<Observations> contributions = Collections.newSetFromMap(new IdentityHashMap<>());
    /** The last added and the last removed contribution: all observations of a trace come in succession. */
    private @Nullable Observations lastAdded;

    private @Nullable Observations lastRemoved;

    Minute(int start) {
        this.start = start;
    }

    /** In seconds since the epoch. */
    int start() {
        return start;
    }

    void add(Observations from, Observations.Reading each) {
        if (lastAdded != from) {
            contributions.add(from);
            lastAdded = from;
        }
        tally(each.key()).add(each, 1);
    }

    private Tally tally(int key) {
        if (key >= tallies.length) {
            tallies = Arrays.copyOf(tallies, Math.max(key + 1, tallies.length * 2));
        }
        Tally known = tallies[key];
        if (known == null) {
            known = new Tally();
            tallies[key] = known;
            used++;
        }
        return known;
    }

    void remove(Observations from, Observations.Reading each) {
        if (lastRemoved != from) {
            contributions.remove(from);
            lastRemoved = from;
            lastAdded = null;
        }
        Tally tally = tallies[each.key()];
        if (tally != null) {
            tally.add(each, -1);
            if (tally.isEmpty()) {
                tallies[each.key()] = null;
                used--;
            }
        }
    }

    boolean isEmpty() {
        return used == 0;
    }

    void addTo(TallyConsumer graph, int from, int until) {
        if (liesWithin(from, until)) {
            for (int key = 0; key < tallies.length; key++) {
                Tally tally = tallies[key];
                if (tally != null) {
                    graph.add(key, tally);
                }
            }
            return;
        }
        int first = Math.max(from, start);
        int end = Math.min(until, start + SECONDS);
        for (Observations trace : contributions) {
            Observations.Reading each = trace.read();
            while (each.next()) {
                if (each.second() >= first && each.second() < end) {
                    graph.add(each);
                }
            }
        }
    }

    private boolean liesWithin(int from, int until) {
        for (Tally tally : tallies) {
            if (tally != null) {
                Period received = tally.received();
                if (received.first() < from || received.last() >= until) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Approximate memory. */
    long bytes() {
        return isEmpty() ? 0 : (long) used * TALLY_OVERHEAD + tallies.length * 8L + contributions.size() * 24L;
    }
}
