package com.anycompany.dynamodb.local;

import com.anycompany.capacitydb.CapacityDb;
import java.net.URI;

/** A {@link CapacityDb} in memory, for tests. */
public final class DynamoDbLocal implements AutoCloseable {

    private final CapacityDb server;

    private DynamoDbLocal(CapacityDb server) {
        this.server = server;
    }

    /** Starts one on a free loopback port, its tables in memory. */
    public static DynamoDbLocal startInMemory() {
        return new DynamoDbLocal(CapacityDb.startInMemory());
    }

    /** Where clients find it, for {@code endpointOverride} or {@code AWS_ENDPOINT_URL_DYNAMODB}. */
    public URI endpoint() {
        return server.endpoint();
    }

    @Override
    public void close() {
        server.close();
    }
}
