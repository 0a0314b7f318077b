package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Structure;
import java.util.function.Supplier;

/** Tells clients that discover their endpoint where this server listens. */
public final class DescribeEndpoints implements Operation {

    private static final long MINUTES = 1440;

    private final Supplier<String> address;

    /**
     * Operation of a server.
     *
     * @param address tells host and port, which are known only when the server has started
     */
    public DescribeEndpoints(Supplier<String> address) {
        this.address = address;
    }

    @Override
    public Structure input() {
        return new Structure("DescribeEndpointsRequest");
    }

    @Override
    public Answer perform(JsonObject request) {
        String where = address.get();
        return json -> json.name("Endpoints")
                .startArray()
                .startObject()
                .name("Address")
                .string(where)
                .name("CachePeriodInMinutes")
                .number(MINUTES)
                .endObject()
                .endArray();
    }
}
