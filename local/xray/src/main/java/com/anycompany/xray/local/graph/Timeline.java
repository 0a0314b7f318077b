package com.anycompany.xray.local.graph;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Observations aggregated by minute, of all traces or of one group's. */
final class Timeline {

    private final NavigableMap<Integer, Minute> minutes = new TreeMap<>();
    private long bytes;

    void add(Observations observations) {
        forEachMinute(observations, Minute::add);
    }

    /** Subtracts what was added; must be called once. */
    void remove(Observations observations) {
        forEachMinute(observations, Minute::remove);
    }

    /** Addition or subtraction of one observation. */
    private interface Change {
        void make(Minute minute, Observations from, Observations.Reading each);
    }

    /** A trace's observations are in one minute or in two successive ones. */
    private void forEachMinute(Observations observations, Change change) {
        Minute minute = null;
        Observations.Reading each = observations.read();
        while (each.next()) {
            int start = minuteOf(each.second());
            if (minute == null || minute.start() != start) {
                close(minute);
                minute = minutes.computeIfAbsent(start, Minute::new);
                bytes -= minute.bytes();
            }
            change.make(minute, observations, each);
        }
        close(minute);
    }

    private void close(@Nullable Minute minute) {
        if (minute == null) {
            return;
        }
        if (minute.isEmpty()) {
            minutes.remove(minute.start());
        } else {
            bytes += minute.bytes();
        }
    }

    /** Adds the observations of the period {@code [from, until)} to a graph. */
    void addTo(TallyConsumer graph, int from, int until) {
        minutes.subMap(minuteOf(from), true, until, false).values().forEach(minute -> minute.addTo(graph, from, until));
    }

    private static int minuteOf(int second) {
        return Math.floorDiv(second, Minute.SECONDS) * Minute.SECONDS;
    }

    /** Approximate memory. */
    long bytes() {
        return bytes;
    }
}
