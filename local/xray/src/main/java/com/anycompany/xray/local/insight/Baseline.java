package com.anycompany.xray.local.insight;

/**
 * Baseline of a service's fault rate: an exponentially weighted average over intervals.
 *
 * <p>The weight of an interval halves after 23 further ones. The prior is a rate of 1 % with the weight of 50 requests, so that
 * the first fault of a service isn't an anomaly.
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
     * Adds an interval. An anomaly has a tenth of the weight: an incident shouldn't become the baseline within minutes, but a
     * service that fails for hours should.
     */
    public void learn(long newFaults, long newRequests) {
        double weight = isAnomaly(newFaults, newRequests) ? ANOMALY_WEIGHT : 1;
        faults = faults * DECAY + newFaults * weight;
        requests = requests * DECAY + newRequests * weight;
    }

    private double rate() {
        return (faults + PRIOR_REQUESTS * PRIOR_RATE) / (requests + PRIOR_REQUESTS);
    }

    /** The expected number of faults among some requests. */
    public FaultRange expected(long newRequests) {
        return FaultRange.of(rate(), newRequests);
    }

    /**
     * Whether there are enough requests and faults, more faults than expected, and a rate that is at least one percentage point
     * above the baseline: among very many requests, the smallest change would be significant.
     */
    boolean isAnomaly(long newFaults, long newRequests) {
        return newRequests >= MIN_REQUESTS
                && newFaults >= MIN_FAULTS
                && newFaults > expected(newRequests).high()
                && (double) newFaults / newRequests >= rate() + MIN_RISE;
    }
}
