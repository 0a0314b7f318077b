package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Request statistics of a node or an edge: counts by outcome, total time and histograms. */
public record Statistics(
        int ok, int error, int throttle, int fault, double totalSeconds, List<Bar> responseTimes, List<Bar> durations) {

    private static final int MAX_BARS = 200;

    /** Histogram entry. */
    public record Bar(double seconds, int count) {}

    public static final Statistics EMPTY = new Statistics(0, 0, 0, 0, 0, List.of(), List.of());

    static Statistics of(Counts counts) {
        return new Statistics(
                counts.count(Outcome.OK),
                counts.count(Outcome.ERROR),
                counts.count(Outcome.THROTTLE),
                counts.count(Outcome.FAULT),
                (counts.micros() + 500) / 1000 / 1e3,
                bars(counts.response()),
                bars(counts.envelope()));
    }

    /** The sum of both. The histogram of durations is not added, because time series don't have one. */
    public Statistics plus(Statistics other) {
        return new Statistics(
                ok + other.ok,
                error + other.error,
                throttle + other.throttle,
                fault + other.fault,
                Math.round((totalSeconds + other.totalSeconds) * 1000) / 1e3,
                merged(responseTimes, other.responseTimes),
                List.of());
    }

    private static List<Bar> merged(List<Bar> some, List<Bar> others) {
        TreeMap<Double, Integer> counts = new TreeMap<>();
        some.forEach(bar -> counts.merge(bar.seconds(), bar.count(), Integer::sum));
        others.forEach(bar -> counts.merge(bar.seconds(), bar.count(), Integer::sum));
        List<Bar> merged = new ArrayList<>();
        counts.forEach((seconds, count) -> merged.add(new Bar(seconds, count)));
        return merged;
    }

    public int total() {
        return ok + error + throttle + fault;
    }

    /** One bar per millisecond; above {@link #MAX_BARS}, neighbouring bars are merged at their weighted mean. */
    private static List<Bar> bars(Histogram histogram) {
        Bars bars = new Bars((histogram.size() + MAX_BARS - 1) / MAX_BARS);
        histogram.forEach(bars::add);
        bars.end();
        return bars.all;
    }

    /** Merges each {@code merged} successive values into one bar. */
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
