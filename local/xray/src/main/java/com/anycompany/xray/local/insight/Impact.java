package com.anycompany.xray.local.insight;

import com.anycompany.xray.local.graph.Statistics;

/** Counts of requests by outcome. A client error is neither a fault nor ok, but counts in the total. */
public record Impact(long faults, long oks, long total) {

    static final Impact NONE = new Impact(0, 0, 0);

    static Impact of(Statistics statistics) {
        return new Impact(statistics.fault(), statistics.ok(), statistics.total());
    }

    Impact plus(Impact other) {
        return new Impact(faults + other.faults, oks + other.oks, total + other.total);
    }

    /** Such as {@code 42 of 60 requests (70 %)}. */
    String inWords() {
        long percent = total == 0 ? 0 : Math.round(100.0 * faults / total);
        return faults + " of " + total + " requests (" + percent + " %)";
    }
}
