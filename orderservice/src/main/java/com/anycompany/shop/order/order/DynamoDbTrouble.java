package com.anycompany.shop.order.order;

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

/** Tells trouble with DynamoDB that passes, so that trying again helps, from a defect, which somebody has to mend. */
final class DynamoDbTrouble {

    private static final Set<String> PASSING_REASONS =
            Set.of("ProvisionedThroughputExceeded", "ThrottlingError", "TransactionConflict");

    private DynamoDbTrouble() {}

    /** Whether it is about capacity, connection or time, or about a table that is still being made. */
    static boolean passes(SdkException e) {
        if (e instanceof TransactionCanceledException cancelled) {
            return passes(cancelled);
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

    /** A cancelled transaction has one reason for each of its items: "None" for those that weren't to blame. */
    private static boolean passes(TransactionCanceledException cancelled) {
        List<String> reasons = cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .filter(code -> !"None".equals(code))
                .toList();
        return !reasons.isEmpty() && PASSING_REASONS.containsAll(reasons);
    }
}
