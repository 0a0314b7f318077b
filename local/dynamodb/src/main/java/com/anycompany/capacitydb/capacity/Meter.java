package com.anycompany.capacitydb.capacity;

import com.anycompany.capacitydb.table.Throughput;
import java.time.Clock;
import java.time.Duration;

/**
 * The two buckets of a table or a global index: of its provisioned capacity, or of the maxima of one that is paid per request, which
 * have no burst credit.
 */
record Meter(boolean onDemand, TokenBucket reads, TokenBucket writes) {

    private static final Duration ON_DEMAND_BURST = Duration.ofSeconds(1);

    static Meter of(Throughput rates, boolean onDemand, Clock clock) {
        Duration burst = onDemand ? ON_DEMAND_BURST : TokenBucket.BURST;
        return new Meter(
                onDemand,
                new TokenBucket(limit(rates, Access.READ, onDemand), burst, clock),
                new TokenBucket(limit(rates, Access.WRITE, onDemand), burst, clock));
    }

    private static double limit(Throughput rates, Access access, boolean onDemand) {
        boolean read = access == Access.READ;
        if (!onDemand) {
            return read ? rates.read() : rates.write();
        }
        long maximum = read ? rates.maximum().read() : rates.maximum().write();
        return maximum == 0 ? Double.POSITIVE_INFINITY : maximum;
    }

    TokenBucket of(Access access) {
        return access == Access.READ ? reads : writes;
    }

    void changeTo(Throughput rates) {
        reads.changeTo(limit(rates, Access.READ, onDemand));
        writes.changeTo(limit(rates, Access.WRITE, onDemand));
    }
}
