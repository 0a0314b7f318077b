package com.anycompany.xray.local.graph;

import org.jspecify.annotations.Nullable;

/** Sum of tallies for one graph: nothing is subtracted from it, so of times it needs the first and the last only. */
final class TallySum {

    private final Counts counts = new Counts();
    private @Nullable Period received;
    private @Nullable Period started;

    void add(Observations.Reading each) {
        counts.add(each, 1);
        received = Period.union(received, Period.of(each.second()));
        started = Period.union(started, Period.of(each.startSecond()));
    }

    void add(Tally tally) {
        counts.add(tally.counts());
        received = Period.union(received, tally.received());
        started = Period.union(started, tally.started());
    }

    void add(TallySum other) {
        counts.add(other.counts);
        received = union(received, other.received);
        started = union(started, other.started);
    }

    private static @Nullable Period union(@Nullable Period one, @Nullable Period other) {
        return other == null ? one : Period.union(one, other);
    }

    Counts counts() {
        return counts;
    }

    /** When the observations were received; null if there are none. */
    @Nullable
    Period received() {
        return received;
    }

    /** When the segments began; null if there are none. */
    @Nullable
    Period started() {
        return started;
    }
}
