package com.anycompany.xray.local.insight;

/**
 * Control limits: the expected range of the number of faults among some requests.
 *
 * <p>The limits of a control chart for fractions (p-chart): three standard deviations of the binomial distribution to
 * either side of the mean. At a usual rate of 2 % and 200 requests that is 4 ± 5.9, so 0 to 10 faults.
 */
public record FaultRange(long low, long high) {

    private static final double SIGMAS = 3;

    static FaultRange of(double rate, long requests) {
        double mean = requests * rate;
        double reach = SIGMAS * Math.sqrt(mean * (1 - rate));
        return new FaultRange(
                Math.max(0, (long) Math.floor(mean - reach)), Math.min(requests, (long) Math.ceil(mean + reach)));
    }
}
