package com.anycompany.xray.local.junit;

import org.assertj.core.api.AbstractAssert;

/** Assertions on how many requests a node or an edge has seen, and how they ended. */
public final class StatisticsAssert extends AbstractAssert<StatisticsAssert, ServiceGraph.Statistics> {

    private final String whose;

    StatisticsAssert(ServiceGraph.Statistics actual, String whose) {
        super(actual, StatisticsAssert.class);
        this.whose = whose;
    }

    public StatisticsAssert hasRequests(long count) {
        return expect("requests", count, actual.total());
    }

    public StatisticsAssert hasOk(long count) {
        return expect("ok", count, actual.ok());
    }

    public StatisticsAssert hasErrors(long count) {
        return expect("errors", count, actual.error());
    }

    public StatisticsAssert hasThrottles(long count) {
        return expect("throttles", count, actual.throttle());
    }

    public StatisticsAssert hasFaults(long count) {
        return expect("faults", count, actual.fault());
    }

    private StatisticsAssert expect(String what, long expected, long found) {
        if (expected != found) {
            failWithMessage("%s should have %s %s, but has %s: %s", whose, expected, what, found, actual);
        }
        return this;
    }
}
