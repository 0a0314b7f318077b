package com.anycompany.capacitydb.capacity;

import com.anycompany.capacitydb.table.Throughput;
import java.time.Clock;

/** The two buckets of a table or a global index. */
record Meter(TokenBucket reads, TokenBucket writes) {

    static Meter of(Throughput rates, Clock clock) {
        return new Meter(new TokenBucket(rates.read(), clock), new TokenBucket(rates.write(), clock));
    }

    TokenBucket of(Access access) {
        return access == Access.READ ? reads : writes;
    }

    void changeTo(Throughput rates) {
        reads.changeTo(rates.read());
        writes.changeTo(rates.write());
    }
}
