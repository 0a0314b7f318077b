package com.anycompany.dynamodb.local;

import com.amazonaws.services.dynamodbv2.exceptions.AWSExceptionFactory;
import com.amazonaws.services.dynamodbv2.exceptions.AmazonServiceExceptionType;
import com.amazonaws.services.dynamodbv2.model.BatchStatementError;
import com.amazonaws.services.dynamodbv2.model.BatchStatementResponse;
import com.amazonaws.services.dynamodbv2.model.CancellationReason;

/** Whose capacity is used up, in the words of the real service. */
enum Exhausted {
    TABLE("The level of configured provisioned throughput for the table was exceeded. "
            + "Consider increasing your provisioning level with the UpdateTable API."),
    INDEX("The level of configured provisioned throughput for one or more global secondary indexes of the table was "
            + "exceeded. Consider increasing your provisioning level for the under-provisioned global secondary "
            + "indexes with the UpdateTable API");

    private static final String CODE = "ProvisionedThroughputExceeded";

    private final String message;

    Exhausted(String message) {
        this.message = message;
    }

    RuntimeException exception() {
        return AWSExceptionFactory.buildAWSException(
                AmazonServiceExceptionType.PROVISIONED_THROUGHPUT_EXCEEDED_EXCEPTION, message);
    }

    /** For an item of a transaction. */
    CancellationReason reason() {
        return new CancellationReason().withCode(CODE).withMessage(message);
    }

    /** For a statement of a batch. */
    BatchStatementResponse response() {
        return new BatchStatementResponse()
                .withError(new BatchStatementError().withCode(CODE).withMessage(message));
    }
}
