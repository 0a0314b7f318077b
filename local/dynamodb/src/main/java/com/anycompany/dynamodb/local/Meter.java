package com.anycompany.dynamodb.local;

import com.amazonaws.services.dynamodbv2.model.ProvisionedThroughputDescription;
import java.time.Clock;

/** The two buckets that a table or an index has: reads and writes never use each other's capacity. */
record Meter(TokenBucket reads, TokenBucket writes) {

    static Meter of(ProvisionedThroughputDescription capacity, Clock clock) {
        return new Meter(
                new TokenBucket(capacity.getReadCapacityUnits(), clock),
                new TokenBucket(capacity.getWriteCapacityUnits(), clock));
    }

    TokenBucket of(Access access) {
        return access == Access.READ ? reads : writes;
    }

    void changeTo(ProvisionedThroughputDescription capacity) {
        reads.changeTo(capacity.getReadCapacityUnits());
        writes.changeTo(capacity.getWriteCapacityUnits());
    }

    /** What a call does to a table. */
    enum Access {
        READ,
        WRITE
    }
}
