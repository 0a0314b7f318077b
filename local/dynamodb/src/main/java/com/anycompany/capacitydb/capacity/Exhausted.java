package com.anycompany.capacitydb.capacity;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Capacity that is used up, so that a call is refused.
 *
 * @param resource the ARN of the table or index
 * @param index whether it's a global index
 * @param onDemand whether it's the maximum of one that is paid per request, and not provisioned capacity
 */
public record Exhausted(String resource, boolean index, Access access, boolean onDemand) {

    private static final String OF_TABLE = "The level of configured provisioned throughput for the table was exceeded. "
            + "Consider increasing your provisioning level with the UpdateTable API.";
    private static final String OF_INDEX =
            "The level of configured provisioned throughput for one or more global secondary indexes of the table was"
                    + " exceeded. Consider increasing your provisioning level for the under-provisioned global secondary"
                    + " indexes with the UpdateTable API";
    private static final String OF_MAXIMUM =
            "Throughput exceeds the maximum OnDemandThroughput configured on table or index";

    /**
     * Of a table or one of its indexes.
     *
     * @param index the name of the global index; null for the table
     */
    public static Exhausted of(TableDefinition table, @Nullable String index, Access access) {
        String arn = index == null ? table.arn() : table.arn() + "/index/" + index;
        return new Exhausted(arn, index != null, access, table.settings().perRequest());
    }

    public String message() {
        return onDemand ? OF_MAXIMUM : index ? OF_INDEX : OF_TABLE;
    }

    /** The code in cancellation reasons and in responses of batched statements. */
    public String code() {
        return onDemand ? "ThrottlingError" : "ProvisionedThroughputExceeded";
    }

    public ServiceException exception() {
        return new Throttled(this);
    }

    ErrorCode errorCode() {
        return onDemand ? ErrorCode.THROTTLING : ErrorCode.PROVISIONED_THROUGHPUT_EXCEEDED;
    }

    /** As AWS names it: what, for which access, and which limit. */
    String reason() {
        return (index ? "Index" : "Table")
                + (access == Access.READ ? "Read" : "Write")
                + (onDemand ? "MaxOnDemandThroughputExceeded" : "ProvisionedThroughputExceeded");
    }
}
