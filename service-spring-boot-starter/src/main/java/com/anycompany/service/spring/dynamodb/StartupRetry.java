package com.anycompany.service.spring.dynamodb;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Repeats a step of the start-up until it succeeds, with exponential backoff: DynamoDB may start after the service. Each new
 * reason of a failure is logged once.
 */
public final class StartupRetry {

    private static final Logger log = LoggerFactory.getLogger(StartupRetry.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    private static final Duration MAX_BACKOFF = Duration.ofMillis(500);

    private static final String ADDRESS_ADVICE = " (see AWS_ENDPOINT_URL_DYNAMODB and AWS_REGION)";

    private StartupRetry() {}

    /** Step of the start-up that may not be possible yet. */
    @FunctionalInterface
    public interface Step {

        /** Does what is possible now and returns whether the step is complete. */
        boolean complete();
    }

    /** Returns when the step is complete; the name stands in the log. */
    public static void until(String name, Step step) throws InterruptedException {
        Duration backoff = FIRST_BACKOFF;
        String logged = "";
        while (true) {
            try {
                if (step.complete()) {
                    return;
                }
            } catch (SdkException | ThrottledException e) {
                String reason = String.valueOf(e.getMessage());
                if (!reason.equals(logged)) {
                    log.warn("Waiting for {}{}: {}", name, wasReached(e) ? "" : ADDRESS_ADVICE, reason);
                    logged = reason;
                }
            }
            Thread.sleep(backoff.toMillis());
            Duration doubled = backoff.multipliedBy(2);
            backoff = doubled.compareTo(MAX_BACKOFF) > 0 ? MAX_BACKOFF : doubled;
        }
    }

    /** Whether DynamoDB answered with an error that passes, such as throttling, so that address and region must be right. */
    private static boolean wasReached(RuntimeException failure) {
        return failure instanceof ThrottledException
                || (failure instanceof AwsServiceException answer && DynamoDbErrors.isTransient(answer));
    }
}
