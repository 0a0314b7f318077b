package com.anycompany.xray.local.segment;

import java.util.List;
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
        @Nullable String availabilityZone) {

    /** Collects the fields of the block. */
    static final class Builder {

        private @Nullable String accountId;
        private @Nullable String operation;
        private @Nullable String tableName;
        private @Nullable String bucketName;
        private @Nullable String queueUrl;
        private @Nullable String topicArn;
        private @Nullable String functionName;
        private @Nullable String instanceId;
        private @Nullable String availabilityZone;

        /** @param first the fields that are there already, or null */
        Builder(@Nullable Aws first) {
            if (first != null) {
                accountId = first.accountId;
                operation = first.operation;
                tableName = first.tableName;
                bucketName = first.bucketName;
                queueUrl = first.queueUrl;
                topicArn = first.topicArn;
                functionName = first.functionName;
                instanceId = first.instanceId;
                availabilityZone = first.availabilityZone;
            }
        }

        void accountId(String value) {
            accountId = value;
        }

        void operation(String value) {
            operation = value;
        }

        void tableName(String value) {
            tableName = value;
        }

        void bucketName(String value) {
            bucketName = value;
        }

        void queueUrl(String value) {
            queueUrl = value;
        }

        void topicArn(String value) {
            topicArn = value;
        }

        void functionName(String value) {
            functionName = value;
        }

        void instanceId(String value) {
            instanceId = value;
        }

        void availabilityZone(String value) {
            availabilityZone = value;
        }

        /** A call that names exactly one table, as batch calls do in a list, is a call to that table. */
        void tableNames(List<String> names) {
            if (names.size() == 1 && tableName == null) {
                tableName = names.get(0);
            }
        }

        Aws build() {
            return new Aws(
                    accountId,
                    operation,
                    tableName,
                    bucketName,
                    queueUrl,
                    topicArn,
                    functionName,
                    instanceId,
                    availabilityZone);
        }
    }
}
