package com.anycompany.xray.spring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.internal.InternalCoreExecutionAttribute;
import software.amazon.awssdk.retries.internal.DefaultRetryToken;

/**
 * Retry limit for DynamoDB clients: applies AWS_MAX_ATTEMPTS to them as to the clients of all other services. The AWS SDK's
 * limit for DynamoDB is fixed at 9 attempts, which on a throttled table last for most of a minute.
 *
 * <p>A retry strategy of the application is not changed. It is recognised by its maximum, which each attempt sends
 * ({@code amz-sdk-request: attempt=3; max=9}). With an AWS SDK whose internals differ, nothing is limited.
 *
 * <p>Decision: docs/adr/014-bounded-dynamodb-retries.md.
 */
final class DynamoDbRetries {

    private static final Logger log = LoggerFactory.getLogger(DynamoDbRetries.class);
    private static final int FIXED_ATTEMPTS = 9;

    private DynamoDbRetries() {}

    /** Called before each attempt: uses up the remaining attempts if the limit is reached. */
    static void limit(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (!"DynamoDb".equals(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME))) {
            return;
        }
        try {
            if (attributes.getAttribute(InternalCoreExecutionAttribute.RETRY_TOKEN) instanceof DefaultRetryToken token
                    && isLast(token)
                    && hasFixedAttempts(context)) {
                DefaultRetryToken.Builder spent = token.toBuilder();
                for (int attempt = token.attempt(); attempt < FIXED_ATTEMPTS; attempt++) {
                    spent.increaseAttempt();
                }
                attributes.putAttribute(InternalCoreExecutionAttribute.RETRY_TOKEN, spent.build());
            }
        } catch (RuntimeException | LinkageError e) {
            log.debug("DynamoDB's attempts are not limited", e);
        }
    }

    private static boolean isLast(DefaultRetryToken token) {
        return SdkSystemSetting.AWS_MAX_ATTEMPTS
                .getIntegerValue()
                .filter(max -> token.attempt() >= max)
                .isPresent();
    }

    private static boolean hasFixedAttempts(Context.BeforeTransmission context) {
        return context.httpRequest()
                .firstMatchingHeader("amz-sdk-request")
                .filter(header -> header.endsWith("max=" + FIXED_ATTEMPTS))
                .isPresent();
    }
}
