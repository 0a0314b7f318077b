package com.anycompany.service.spring.dynamodb;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Classification of DynamoDB errors: transient ones, which a later attempt may not meet, and defects. */
public final class DynamoDbErrors {

    private static final Set<String> THROTTLING = Set.of("ProvisionedThroughputExceeded", "ThrottlingError");
    private static final String CONFLICT = "TransactionConflict";

    private DynamoDbErrors() {}

    /** Whether the error is about capacity, contention, connection or time, or about a table that is being created. */
    public static boolean isTransient(SdkException e) {
        if (e instanceof TransactionCanceledException cancelled) {
            List<String> reasons = reasons(cancelled);
            return !reasons.isEmpty()
                    && reasons.stream().allMatch(reason -> THROTTLING.contains(reason) || reason.equals(CONFLICT));
        }
        if (e instanceof AwsServiceException answer) {
            return answer.isThrottlingException()
                    || answer.statusCode() >= 500
                    || answer instanceof TransactionConflictException
                    || answer instanceof ResourceNotFoundException;
        }
        return e instanceof ApiCallTimeoutException
                || e instanceof ApiCallAttemptTimeoutException
                || e instanceof AbortedException
                || Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                        .anyMatch(IOException.class::isInstance);
    }

    /** Whether the error is transient and about capacity. */
    public static boolean isThrottled(SdkException e) {
        if (e instanceof TransactionCanceledException cancelled) {
            return isTransient(e) && reasons(cancelled).stream().anyMatch(THROTTLING::contains);
        }
        return e instanceof AwsServiceException answer && answer.isThrottlingException();
    }

    /** A cancelled transaction has one reason for each of its items: "None" for those that didn't cause it. */
    private static List<String> reasons(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .filter(code -> !"None".equals(code))
                .toList();
    }
}
