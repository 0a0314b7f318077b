package com.anycompany.xray.local.graph;

import java.util.NavigableMap;
import java.util.TreeMap;

/** The observations of some traces, added up minute by minute: of all traces, or of those of one group. */
final class Timeline {

    private final NavigableMap<Integer, Minute> minutes = new TreeMap<>();
    private long bytes;

    void add(Observations observations) {
        for (int i = 0; i < observations.size(); i++) {
            Minute minute = minutes.computeIfAbsent(minuteOf(observations.second(i)), Minute::new);
            bytes -= minute.bytes();
            minute.add(observations, i);
            bytes += minute.bytes();
        }
    }

    /** Takes away what was added; to be done once. */
    void remove(Observations observations) {
        for (int i = 0; i < observations.size(); i++) {
            int start = minuteOf(observations.second(i));
            Minute minute = minutes.get(start);
            if (minute != null) {
                bytes -= minute.bytes();
                minute.remove(observations, i);
                bytes += minute.bytes();
                dropIfEmpty(start, minute);
            }
        }
    }

    private void dropIfEmpty(int start, Minute minute) {
        if (minute.isEmpty()) {
            bytes -= minute.bytes();
            minutes.remove(start);
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
