package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Counts, total time and response times of a node or an edge. */
public record Statistics(
        int ok, int error, int throttle, int fault, double totalSeconds, List<Bar> responseTimes, List<Bar> durations) {

    private static final int MAX_BARS = 200;

    /** One entry of a histogram. */
    public record Bar(double seconds, int count) {}

    public static final Statistics EMPTY = new Statistics(0, 0, 0, 0, 0, List.of(), List.of());

    static Statistics of(Tally tally) {
        return new Statistics(
                tally.count(Outcome.OK),
                tally.count(Outcome.ERROR),
                tally.count(Outcome.THROTTLE),
                tally.count(Outcome.FAULT),
                (tally.micros() + 500) / 1000 / 1e3,
                bars(tally.response()),
                bars(tally.envelope()));
    }

    public int total() {
        return ok + error + throttle + fault;
    }

    /** One bar per millisecond; when there are too many, neighbours are merged at their weighted mean. */
    private static List<Bar> bars(Histogram histogram) {
        Bars bars = new Bars((histogram.size() + MAX_BARS - 1) / MAX_BARS);
        histogram.forEach(bars::add);
        bars.end();
        return bars.all;
    }

    /** Merges so many values into one bar. */
    private static final class Bars {

        private final List<Bar> all = new ArrayList<>();
        private final int merged;
        private int values;
        private long count;
        private double sum;

        Bars(int merged) {
            this.merged = merged;
        }

        void add(int value, int times) {
            count += times;
            sum += (double) value * times;
            if (++values == merged) {
                end();
            }
        }

        void end() {
            if (values > 0) {
                all.add(new Bar(Math.round(sum / count) / 1e3, (int) count));
            }
            values = 0;
            count = 0;
            sum = 0;
        }
    }
}
