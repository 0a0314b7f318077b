package com.anycompany.capacitydb.capacity;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;

/** Whose capacity is used up. */
public enum Exhausted {
    TABLE("The level of configured provisioned throughput for the table was exceeded. "
            + "Consider increasing your provisioning level with the UpdateTable API."),
    INDEX("The level of configured provisioned throughput for one or more global secondary indexes of the table was "
            + "exceeded. Consider increasing your provisioning level for the under-provisioned global secondary "
            + "indexes with the UpdateTable API");

    /** The code in cancellation reasons and in responses of batched statements. */
    public static final String CODE = "ProvisionedThroughputExceeded";

    private final String message;

    Exhausted(String message) {
        this.message = message;
    }

    public String message() {
        return message;
    }

    public ServiceException exception() {
        return new ServiceException(ErrorCode.PROVISIONED_THROUGHPUT_EXCEEDED, message);
    }
}
