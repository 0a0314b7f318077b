package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.table.Throughput;
import com.anycompany.capacitydb.table.UnitRates;
import org.jspecify.annotations.Nullable;

/**
 * Reads the on-demand maxima and the warm throughput of a table or a global index.
 *
 * @param index null for the table
 */
record LimitsInput(@Nullable String index, boolean perRequest) {

    private static final String MAXIMUM = "OnDemandThroughput";
    private static final String WARM = "WarmThroughput";
    private static final long CLEARED = -1;
    private static final String INITIAL_WARM =
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html"
                    + "#on-demand-capacity-mode-initial";

    /** The throughput of a new table or index with the limits that the request has. */
    Throughput created(JsonObject json, Throughput throughput) {
        UnitRates warm = warm(
                json,
                throughput,
                (member, provisioned) -> perRequest
                        ? "initial throughput for OnDemand. See: " + INITIAL_WARM
                        : provisioned + " of ProvisionedThroughput");
        return throughput.withMaximum(maximum(json, UnitRates.NONE, false)).withWarm(warm);
    }

    /** The throughput of one that exists with the limits that the request changes. */
    Throughput changed(JsonObject json, Throughput throughput) {
        JsonObject warm = json.object(WARM);
        if (warm != null && !warm.has("ReadUnitsPerSecond") && !warm.has("WriteUnitsPerSecond")) {
            throw ServiceException.invalidParameter("WarmThroughput must have at least one of ReadUnitsPerSecond or "
                    + "WriteUnitsPerSecond specified for " + (index == null ? "table" : "index: " + index));
        }
        return throughput
                .withMaximum(maximum(json, throughput.maximum(), true))
                .withWarm(warm(
                        json,
                        throughput,
                        (member, provisioned) -> "current WarmThroughput, decreasing WarmThroughput is not supported"));
    }

    private UnitRates maximum(JsonObject json, UnitRates before, boolean clearable) {
        JsonObject given = json.objectOrEmpty(MAXIMUM);
        return new UnitRates(
                maximum(given, "MaxReadRequestUnits", before.read(), clearable),
                maximum(given, "MaxWriteRequestUnits", before.write(), clearable));
    }

    private long maximum(JsonObject given, String member, long before, boolean clearable) {
        Long value = given.number(member);
        if (value == null) {
            return before;
        }
        if (!perRequest) {
            throw ServiceException.invalidParameter(member + " for OnDemandThroughput"
                    + (index == null ? "" : " for index: " + index)
                    + " cannot be specified when the table BillingMode is PROVISIONED");
        }
        if (clearable && value == CLEARED) {
            return 0;
        }
        if (value < 1) {
            throw ServiceException.invalidParameter("Requested " + member + " for OnDemandThroughput for "
                    + (index == null ? "table" : "index : " + index) + " is outside of valid range");
        }
        return value;
    }

    /** Says what a value is lower than. */
    private interface Floor {
        String describe(String member, String provisioned);
    }

    private UnitRates warm(JsonObject json, Throughput throughput, Floor floor) {
        JsonObject given = json.objectOrEmpty(WARM);
        return new UnitRates(
                warm(
                        given,
                        "ReadUnitsPerSecond",
                        "ReadCapacityUnits",
                        throughput.warm().read(),
                        floor),
                warm(
                        given,
                        "WriteUnitsPerSecond",
                        "WriteCapacityUnits",
                        throughput.warm().write(),
                        floor));
    }

    private long warm(JsonObject given, String member, String provisioned, long least, Floor floor) {
        Long value = given.number(member);
        if (value != null && value < least) {
            throw ServiceException.invalidParameter("Requested " + member + " for WarmThroughput for "
                    + (index == null ? "table" : "index " + index) + " is lower than "
                    + floor.describe(member, provisioned));
        }
        return value == null ? least : value;
    }
}
