package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.table.Throughput;

/** Reads provisioned capacity. */
final class ThroughputInput {

    private static final long MAX = 1_000_000_000_000L;

    private ThroughputInput() {}

    /**
     * Reads the rates.
     *
     * @param where ends the message about a rate that is too large
     */
    static Throughput read(JsonObject json, String where) {
        return Throughput.of(rate(json, "ReadCapacityUnits", where), rate(json, "WriteCapacityUnits", where));
    }

    /** The rest of the message about rates that aren't changed. */
    static String unchanged(String of, Throughput same) {
        return "Current ReadCapacityUnits provisioned for the " + of + ": " + same.read()
                + ". Requested ReadCapacityUnits: " + same.read() + ". Current WriteCapacityUnits provisioned for the "
                + of + ": " + same.write() + ". Requested WriteCapacityUnits: " + same.write()
                + ". Refer to the Amazon "
                + "DynamoDB Developer Guide for current limits and how to request higher limits.";
    }

    private static long rate(JsonObject json, String member, String where) {
        Long rate = json.number(member);
        if (rate == null || rate > MAX) {
            throw ServiceException.validation("Given value " + rate + " for " + member + " is out of bounds" + where);
        }
        return rate;
    }
}
