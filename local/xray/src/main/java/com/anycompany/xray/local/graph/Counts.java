package com.anycompany.xray.local.graph;

import com.anycompany.xray.local.segment.Outcome;

/** Counts of observations by outcome, and histograms of their times. A negative sign subtracts. */
final class Counts {

    private final int[] outcomes = new int[Outcome.values().length];
    private long micros;
    private final Histogram response = new Histogram();

    /** The difference between the histograms of durations and response times; empty if nothing is asynchronous. */
    private final Histogram durationDifference = new Histogram();

    void add(Observations.Reading each, int sign) {
        long took = each.micros();
        outcomes[each.outcome().ordinal()] += sign;
        micros += sign * took;
        int millis = millis(took);
        response.add(millis, sign);
        int envelope = millis(each.envelopeMicros());
        if (envelope != millis) {
            durationDifference.add(envelope, sign);
            durationDifference.add(millis, -sign);
        }
    }

    void add(Counts other) {
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] += other.outcomes[i];
        }
        micros += other.micros;
        response.addAll(other.response);
        durationDifference.addAll(other.durationDifference);
    }

    private static int millis(long micros) {
        return (int) Math.min(Integer.MAX_VALUE, (micros + 500) / 1000);
    }

    int count(Outcome outcome) {
        return outcomes[outcome.ordinal()];
    }

    int total() {
        int total = 0;
        for (int count : outcomes) {
            total += count;
        }
        return total;
    }

    long micros() {
        return micros;
    }

    Histogram response() {
        return response;
    }

    Histogram envelope() {
        if (durationDifference.size() == 0) {
            return response;
        }
        Histogram envelope = new Histogram();
        envelope.addAll(response);
        envelope.addAll(durationDifference);
        return envelope;
    }
}
