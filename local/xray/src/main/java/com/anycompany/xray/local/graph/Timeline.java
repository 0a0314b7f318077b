package com.anycompany.xray.local.graph;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Observations added up per minute, of all traces or of those of one group. */
final class Timeline {

    private final NavigableMap<Integer, Minute> minutes = new TreeMap<>();
    private long bytes;

    void add(Observations observations) {
        forEachMinute(observations, Minute::add);
    }

    /** Takes away what was added; to be done once. */
    void remove(Observations observations) {
        forEachMinute(observations, Minute::remove);
    }

    /** What a minute does with one of the observations. */
    private interface Change {
        void make(Minute minute, Observations from, Observations.Reading each);
    }

    /** All of a trace's observations fall into one minute, or into two that follow each other. */
    private void forEachMinute(Observations observations, Change change) {
        Minute minute = null;
        Observations.Reading each = observations.read();
        while (each.next()) {
            int start = minuteOf(each.second());
            if (minute == null || minute.start() != start) {
                leave(minute);
                minute = minutes.computeIfAbsent(start, Minute::new);
                bytes -= minute.bytes();
            }
            change.make(minute, observations, each);
        }
        leave(minute);
    }

    private void leave(@Nullable Minute minute) {
        if (minute == null) {
            return;
        }
        if (minute.isEmpty()) {
            minutes.remove(minute.start());
        } else {
            bytes += minute.bytes();
        }
    }

    /** Adds what was received in {@code [from, until)} to a graph. */
    void addTo(GraphBuilder graph, int from, int until) {
        minutes.subMap(minuteOf(from), true, until, false).values().forEach(minute -> minute.addTo(graph, from, until));
    }

    private static int minuteOf(int second) {
        return Math.floorDiv(second, Minute.SECONDS) * Minute.SECONDS;
    }

    /** Roughly what it occupies. */
    long bytes() {
        return bytes;
    }
}
