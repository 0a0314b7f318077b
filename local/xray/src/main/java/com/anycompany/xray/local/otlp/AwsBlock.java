package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.segment.DocumentField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code aws} block: of a call, what was called; of a segment, where it ran and what recorded it. */
final class AwsBlock {

    private static final Map<String, String> ORIGINS = Map.of(
            "aws_ec2", "AWS::EC2::Instance",
            "aws_eks", "AWS::EKS::Container",
            "aws_ecs", "AWS::ECS::Container",
            "aws_lambda", "AWS::Lambda::Function",
            "aws_app_runner", "AWS::AppRunner::Service",
            "aws_elastic_beanstalk", "AWS::ElasticBeanstalk::Environment");

    private AwsBlock() {}

    /** The called AWS service's name as X-Ray's SDKs write it; null when no AWS service was called. */
    static @Nullable String service(Attributes span) {
        boolean api = "aws-api".equals(span.peek("rpc.system", "rpc.system.name"));
        String system = span.peek("db.system.name", "db.system");
        String called = span.peek("rpc.service", "aws.service");
        if (api && called != null) {
            return serviceName(called);
        }
        if (system != null && system.toLowerCase(Locale.ROOT).endsWith("dynamodb")) {
            return "DynamoDB";
        }
        String messaging = span.peek("messaging.system");
        return api && "aws_sqs".equals(messaging) ? "SQS" : null;
    }

    /** OpenTelemetry's instrumentations say {@code DynamoDb}, {@code AmazonSQS}, {@code AWSLambda}, {@code Sqs}. */
    private static String serviceName(String service) {
        String bare = service.replaceFirst("^(Amazon|AWS)(?=.)", "").strip();
        return switch (bare.toLowerCase(Locale.ROOT)) {
            case "dynamodb", "dynamodbv2" -> "DynamoDB";
            case "sqs" -> "SQS";
            case "sns" -> "SNS";
            case "s3" -> "S3";
            case "lambda" -> "Lambda";
            default -> bare.isEmpty() ? service : bare;
        };
    }

    static Block ofCall(Attributes span) {
        List<String> tables = span.texts("aws.dynamodb.table_names", "aws.table.name", "aws.table_name");
        return new Block()
                .put(
                        DocumentField.OPERATION,
                        operation(span.text("aws.operation", "rpc.method", "db.operation.name", "db.operation")))
                .put(DocumentField.ACCOUNT_ID, span.text("aws.account_id", "cloud.account.id"))
                .put("region", span.text("aws.region", "cloud.region"))
                .put("request_id", span.text("aws.request_id", "aws.requestId"))
                .putNumber("retries", span.number("aws.retries", "retry_attempts"))
                .put(DocumentField.TABLE_NAME, tables.size() == 1 ? tables.get(0) : null)
                .put(DocumentField.TABLE_NAMES, tables.size() > 1 ? tables : null)
                .put(DocumentField.QUEUE_URL, span.text("aws.sqs.queue.url", "aws.queue.url", "aws.queue_url"))
                .put(DocumentField.BUCKET_NAME, span.text("aws.s3.bucket", "aws.bucket.name"))
                .put("key", span.text("aws.s3.key"))
                .put(DocumentField.TOPIC_ARN, span.text("aws.sns.topic.arn", "aws.topic.arn"))
                .put(DocumentField.FUNCTION_NAME, span.text("faas.invoked_name", "aws.lambda.function.name"));
    }

    /** Newer conventions put the service before it: {@code DynamoDB/GetItem}. */
    private static @Nullable String operation(@Nullable String method) {
        return method == null ? null : method.substring(method.lastIndexOf('/') + 1);
    }

    static @Nullable String origin(Attributes resource) {
        String platform = resource.peek("cloud.platform");
        String launch = resource.peek("aws.ecs.launchtype");
        if ("aws_ecs".equals(platform) && launch != null) {
            return launch.equalsIgnoreCase("fargate") ? "AWS::ECS::Fargate" : "AWS::ECS::EC2";
        }
        return platform == null ? null : ORIGINS.get(platform);
    }

    static Block ofResource(Attributes resource) {
        String language = resource.text("telemetry.sdk.language");
        boolean agent =
                resource.peek("telemetry.auto.version", "telemetry.distro.name", "telemetry.distro.version") != null;
        Block xray = new Block()
                .put("sdk", language == null ? null : "opentelemetry for " + language)
                .put("sdk_version", resource.text("telemetry.sdk.version"))
                .flag("auto_instrumentation", agent);
        Block ec2 = new Block()
                .put(DocumentField.INSTANCE_ID, ec2(resource) ? resource.text("host.id") : null)
                .put(DocumentField.AVAILABILITY_ZONE, resource.text("cloud.availability_zone"))
                .put("instance_size", ec2(resource) ? resource.text("host.type") : null)
                .put("ami_id", resource.text("host.image.id"));
        Block eks = new Block()
                .put("cluster_name", resource.text("k8s.cluster.name"))
                .put("pod", resource.text("k8s.pod.name"))
                .put("container_id", resource.has("k8s.pod.name") ? resource.text("container.id") : null);
        Block ecs = new Block()
                .put("cluster_arn", resource.text("aws.ecs.cluster.arn"))
                .put("task_arn", resource.text("aws.ecs.task.arn"))
                .put("task_family", resource.text("aws.ecs.task.family"))
                .put("container_arn", resource.text("aws.ecs.container.arn"))
                .put("launch_type", resource.text("aws.ecs.launchtype"));
        return new Block()
                .put(DocumentField.ACCOUNT_ID, resource.text("cloud.account.id"))
                .put(DocumentField.EC2, ec2)
                .put("eks", eks)
                .put("ecs", ecs)
                .put("xray", xray);
    }

    private static boolean ec2(Attributes resource) {
        return "aws".equals(resource.peek("cloud.provider"));
    }
}
