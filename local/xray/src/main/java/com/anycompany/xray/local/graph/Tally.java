package com.anycompany.xray.local.graph;

/** Sum of the observations of one key, from which each can be subtracted again. A negative sign subtracts. */
final class Tally {

    private final Counts counts = new Counts();

    /** The seconds of receipt. */
    private final Histogram received = new Histogram();

    /** The seconds in which the segments began. */
    private final Histogram started = new Histogram();

    void add(Observations.Reading each, int sign) {
        counts.add(each, sign);
        received.add(each.second(), sign);
        started.add(each.startSecond(), sign);
    }

    boolean isEmpty() {
        return received.size() == 0;
    }

    Counts counts() {
        return counts;
    }

    /** When the observations were received; there must be one. */
    Period received() {
        return new Period(received.first(), received.last());
    }

    /** When the segments began; there must be one. */
    Period started() {
        return new Period(started.first(), started.last());
    }
}
