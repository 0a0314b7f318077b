package com.anycompany.xray.local.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sampling statistics by rule: aggregates the clients' reports in windows of ten seconds. */
public final class SamplingStatistics {

    private static final long WINDOW_MILLIS = 10_000;

    private final Map<String, Summary> current = new HashMap<>();
    private final Map<String, Summary> closed = new HashMap<>();
    private long window;

    /** The reports on one rule in one window. */
    public record Summary(String rule, long millis, long requests, long borrowed, long sampled) {}

    public synchronized void add(SamplingReport report, long nowMillis) {
        roll(nowMillis);
        current.merge(
                report.rule(),
                new Summary(report.rule(), window, report.requests(), report.borrowed(), report.sampled()),
                (a, b) -> new Summary(
                        a.rule, a.millis, a.requests + b.requests, a.borrowed + b.borrowed, a.sampled + b.sampled));
    }

    public synchronized List<Summary> lastClosed(long nowMillis) {
        roll(nowMillis);
        return new ArrayList<>(closed.values());
    }

    private void roll(long nowMillis) {
        long now = nowMillis / WINDOW_MILLIS * WINDOW_MILLIS;
        if (now > window) {
            closed.clear();
            if (now == window + WINDOW_MILLIS) {
                closed.putAll(current);
            }
            current.clear();
            window = now;
        }
    }
}
