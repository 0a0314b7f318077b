package com.anycompany.xray.local.insight;

/**
 * What share of a service's requests usually fails, learnt from one interval after the other.
 *
 * <p>Earlier intervals count less and less: after 23 of them by half. Until there is something to learn from, one
 * request in a hundred is taken to fail, with the weight of 50 requests, so that a first fault alarms nobody.
 */
public final class Baseline {

    private static final double DECAY = 0.97;
    private static final double ANOMALY_WEIGHT = 0.1;
    private static final double PRIOR_REQUESTS = 50;
    private static final double PRIOR_RATE = 0.01;

    private static final long MIN_REQUESTS = 10;
    private static final long MIN_FAULTS = 5;
    private static final double MIN_RISE = 0.01;

    private double faults;
    private double requests;

    /**
     * Takes an interval in. An anomaly counts a tenth: an incident must not become what is usual within minutes, and yet
     * a service that has always failed at times, or does so for hours, is not to be told of for ever.
     */
    public void learn(long newFaults, long newRequests) {
        double weight = isAnomaly(newFaults, newRequests) ? ANOMALY_WEIGHT : 1;
        faults = faults * DECAY + newFaults * weight;
        requests = requests * DECAY + newRequests * weight;
    }

    private double rate() {
        return (faults + PRIOR_REQUESTS * PRIOR_RATE) / (requests + PRIOR_REQUESTS);
    }

    /** How many faults among so many requests would be nothing unusual. */
    public FaultRange expected(long newRequests) {
        return FaultRange.of(rate(), newRequests);
    }

    /**
     * Whether there were enough requests to judge, at least a handful of faults, more of them than expected, and a rate
     * that rose by a percentage point or more: among very many requests the tiniest change would be significant.
     */
    boolean isAnomaly(long newFaults, long newRequests) {
        return newRequests >= MIN_REQUESTS
                && newFaults >= MIN_FAULTS
                && newFaults > expected(newRequests).high()
                && (double) newFaults / newRequests >= rate() + MIN_RISE;
    }
}
