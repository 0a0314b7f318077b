package com.anycompany.xray.local.segment;

import org.jspecify.annotations.Nullable;

/** What X-Ray uses of the {@code aws} block: where a segment ran, or what a subsegment called. */
public record Aws(
        @Nullable String accountId,
        @Nullable String operation,
        @Nullable String tableName,
        @Nullable String bucketName,
        @Nullable String queueUrl,
        @Nullable String topicArn,
        @Nullable String functionName,
        @Nullable String instanceId,
        @Nullable String availabilityZone) {}
