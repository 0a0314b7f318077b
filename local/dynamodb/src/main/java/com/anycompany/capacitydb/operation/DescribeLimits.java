package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Structure;

/** Tells the capacity that an account and a table may have; the default quotas of AWS, which aren't enforced. */
public final class DescribeLimits implements Operation {

    private static final long ACCOUNT = 80_000;
    private static final long TABLE = 40_000;

    @Override
    public Structure input() {
        return new Structure("DescribeLimitsInput");
    }

    @Override
    public Answer perform(JsonObject request) {
        return json -> json.name("AccountMaxReadCapacityUnits")
                .number(ACCOUNT)
                .name("AccountMaxWriteCapacityUnits")
                .number(ACCOUNT)
                .name("TableMaxReadCapacityUnits")
                .number(TABLE)
                .name("TableMaxWriteCapacityUnits")
                .number(TABLE);
    }
}
