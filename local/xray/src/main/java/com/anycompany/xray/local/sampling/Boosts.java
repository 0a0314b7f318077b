package com.anycompany.xray.local.sampling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Boosts of sampling rates: for a minute, a rule's clients sample at its {@code MaxRate} instead of its fixed rate.
 *
 * <p>A boost begins when a report has an anomaly, the rule has a {@code MaxRate} above its fixed rate, and the cool-down window of
 * its last boost is over. The window begins with the boost. Example: with a window of 5 minutes and an
 * anomaly every second, the rate is raised for the first of each 5 minutes.
 *
 * <p>Decision: docs/adr/051-sampling-boost.md.
 */
public final class Boosts {

    static final long BOOST_MILLIS = 60_000;

    private static final long MINUTE_MILLIS = 60_000;

    private final Map<String, Boost> latest = new HashMap<>();

    /**
     * The last boost of a rule.
     *
     * @param reason the report that it was granted for
     * @param untilMillis when clients return to the fixed rate
     * @param nextMillis when the next one can begin
     */
    public record Boost(BoostReport reason, double rate, long startMillis, long untilMillis, long nextMillis) {

        boolean lasts(long nowMillis) {
            return nowMillis < untilMillis;
        }
    }

    /** Takes a report on the rule, which may begin a boost. */
    public synchronized void report(BoostReport report, SamplingRule rule, long nowMillis) {
        SamplingRule.Boost allowed = rule.rate().boost();
        Boost last = latest.get(rule.name());
        if (allowed == null
                || report.anomalies() == 0
                || allowed.maxRate() <= rule.rate().fixed()) {
            return;
        }
        if (last == null || !last.lasts(nowMillis) && nowMillis >= last.nextMillis()) {
            long next = nowMillis + allowed.cooldownMinutes() * MINUTE_MILLIS;
            latest.put(rule.name(), new Boost(report, allowed.maxRate(), nowMillis, nowMillis + BOOST_MILLIS, next));
        }
    }

    /** The boost of a rule that is in force; null if there is none. */
    public synchronized @Nullable Boost current(String rule, long nowMillis) {
        Boost last = latest.get(rule);
        return last != null && last.lasts(nowMillis) ? last : null;
    }

    /** The last boost of each rule that has had one, by the rules' names. */
    public synchronized List<Boost> all() {
        return List.copyOf(new TreeMap<>(latest).values());
    }

    /** Forgets a rule that was changed or deleted. */
    public synchronized void forget(String rule) {
        latest.remove(rule);
    }
}
