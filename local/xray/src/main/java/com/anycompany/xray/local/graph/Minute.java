package com.anycompany.xray.local.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Observations of one minute: the sums, and each trace's share for questions that begin or end within the minute. */
final class Minute {

    private static final int TALLY_OVERHEAD = 400;

    static final int SECONDS = 60;

    private final int start;

    /** By the numbers of their keys. */
    private @Nullable Tally[] tallies = new @Nullable Tally[32];

    private int used;
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

    void add(Observations from, Observations.Reading each) {
        if (coming != from) {
            contributions.add(from);
            coming = from;
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
        if (leaving != from) {
            contributions.remove(from);
            leaving = from;
            coming = null;
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

    void addTo(GraphBuilder graph, int from, int until) {
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
            if (tally != null && (tally.firstSecond() < from || tally.lastSecond() >= until)) {
                return false;
            }
        }
        return true;
    }

    /** Roughly what it occupies. */
    long bytes() {
        return isEmpty() ? 0 : (long) used * TALLY_OVERHEAD + tallies.length * 8L + contributions.size() * 24L;
    }
}
