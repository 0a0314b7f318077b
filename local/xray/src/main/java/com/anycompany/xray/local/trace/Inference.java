package com.anycompany.xray.local.trace;

import com.anycompany.xray.local.segment.Aws;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.EntityBuilder;
import com.anycompany.xray.local.segment.EntityId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Infers the segment of a called service that doesn't report itself.
 *
 * <p>For example a subsegment {@code {"name": "DynamoDb", "namespace": "aws", "aws": {"operation": "GetItem",
 * "table_name": "Carts"}}} implies a segment named {@code DynamoDb}, whose node is {@code Carts} of type
 * {@code AWS::DynamoDB::Table}.
 */
final class Inference {

    private Inference() {}

    /**
     * The inferred segment of that node: times, outcome, http and aws of the call; no cause, annotations or metadata.
     */
    static Entity infer(Entity call, NodeId node) {
        return new EntityBuilder()
                .id(EntityId.derive(call.id()))
                .parentId(call.id())
                .name(call.name())
                .start(call.start())
                .end(call.end())
                .outcome(call.outcome())
                .origin(isAws(call) ? node.type() : null)
                .http(call.http())
                .aws(call.aws())
                .sql(call.sql())
                .build(List.of());
    }

    static NodeId node(Entity call) {
        String account = call.accountId();
        if (!isAws(call)) {
            return new NodeId(call.name(), NodeId.REMOTE, account);
        }
        Aws aws = call.aws();
        if (aws != null && aws.operation() != null) {
            NodeId resource = resource(call.name(), aws, account);
            if (resource != null) {
                return resource;
            }
        }
        return new NodeId(call.name(), "AWS::" + call.name(), account);
    }

    /** SDKs spell the services in several ways: {@code DynamoDB}, {@code DynamoDb}, {@code dynamodb}. */
    private static @Nullable NodeId resource(String service, Aws aws, @Nullable String account) {
        return switch (service.toLowerCase(Locale.ROOT)) {
            case "dynamodb" -> resource(aws.tableName(), "AWS::DynamoDB::Table", account);
            case "s3" -> resource(aws.bucketName(), "AWS::S3::Bucket", account);
            case "sqs" -> resource(aws.queueUrl(), "AWS::SQS::Queue", account);
            case "sns" -> resource(aws.topicArn(), "AWS::SNS", account);
            case "lambda" -> resource(aws.functionName(), "AWS::Lambda", account);
            default -> null;
        };
    }

    private static @Nullable NodeId resource(@Nullable String name, String type, @Nullable String account) {
        return name == null || name.isEmpty() ? null : new NodeId(name, type, account);
    }

    private static boolean isAws(Entity call) {
        return "aws".equals(call.namespace());
    }
}
