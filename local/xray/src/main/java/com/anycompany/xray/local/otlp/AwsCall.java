package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.segment.DocumentField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call to an AWS service: its name as X-Ray's SDKs write it, and the {@code aws} block.
 *
 * <p>Instrumentations tell the service by {@code rpc.system=aws-api} with {@code rpc.service}, by {@code aws.service}, by the
 * system of the database, the queue or the model, or only by an attribute of what was called, such as
 * {@code aws.s3.bucket}.
 */
record AwsCall(String service, Block block) {

    /** Names that X-Ray's SDKs write otherwise than the AWS SDKs and OpenTelemetry's instrumentations, in lower case. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("dynamodb", "DynamoDB"),
            Map.entry("dynamodbv2", "DynamoDB"),
            Map.entry("sqs", "SQS"),
            Map.entry("simplequeueservice", "SQS"),
            Map.entry("sns", "SNS"),
            Map.entry("simplenotificationservice", "SNS"),
            Map.entry("s3", "S3"),
            Map.entry("simplestorageservice", "S3"),
            Map.entry("kinesis", "Kinesis"),
            Map.entry("lambda", "Lambda"),
            Map.entry("sfn", "StepFunctions"),
            Map.entry("states", "StepFunctions"),
            Map.entry("stepfunctions", "StepFunctions"),
            Map.entry("bedrockruntime", "BedrockRuntime"),
            Map.entry("secretsmanager", "SecretsManager"));

    /** By {@code db.system}, {@code messaging.system}, {@code gen_ai.system} and their newer names. */
    private static final Map<String, String> SYSTEMS = Map.of(
            "dynamodb", "DynamoDB",
            "aws.dynamodb", "DynamoDB",
            "aws_sqs", "SQS",
            "aws.sqs", "SQS",
            "amazonsqs", "SQS",
            "aws.sns", "SNS",
            "aws_sns", "SNS",
            "aws.kinesis", "Kinesis",
            "aws.bedrock", "BedrockRuntime",
            "aws_bedrock", "BedrockRuntime");

    private static final String[] NAMES_OF_SYSTEMS = {
        "db.system.name", "db.system", "messaging.system", "gen_ai.provider.name", "gen_ai.system"
    };
    private static final String[] TABLES = {
        "aws.dynamodb.table_names", "aws.dynamodb.table.name", "aws.table.name", "aws.table_name"
    };
    private static final String[] COLLECTIONS = {"db.collection.name"};
    private static final String[] QUEUES = {"aws.sqs.queue.url", "aws.sqs.queue_url", "aws.queue.url", "aws.queue_url"};
    private static final String[] TOPICS = {"aws.sns.topic.arn", "aws.sns.topic_arn", "aws.topic.arn", "aws.topic_arn"};
    private static final String[] BUCKETS = {"aws.s3.bucket", "aws.s3.bucket.name", "aws.bucket.name", "aws.bucket_name"
    };
    private static final String[] STREAMS = {
        "aws.kinesis.stream_name", "aws.kinesis.stream.name", "aws.stream.name", "aws.stream_name"
    };
    private static final String[] FUNCTIONS = {
        "faas.invoked_name", "aws.lambda.function.name", "aws.lambda.function_name", "aws.lambda.function.arn"
    };
    private static final String[] MACHINES = {
        "aws.step_functions.state_machine.arn", "aws.stepfunctions.state_machine.arn"
    };
    private static final String[] ACTIVITIES = {"aws.step_functions.activity.arn", "aws.stepfunctions.activity.arn"};

    private static final Pattern OPERATION_IN_NAME = Pattern.compile("([\\w ]{1,100})[./]([A-Z]\\w{1,100})");
    private static final Pattern FUNCTION_ARN = Pattern.compile("arn:[^:]*:lambda:[^:]*:[^:]*:function:([^:]+).*");

    /** Null when no AWS service was called. */
    static @Nullable AwsCall of(Span span, Attributes attributes) {
        String service = service(attributes);
        return service == null ? null : new AwsCall(service, block(span, attributes, service));
    }

    private static @Nullable String service(Attributes span) {
        String system = span.peek("rpc.system", "rpc.system.name");
        boolean api = "aws-api".equals(system);
        String remote = span.peek("aws.remote.service");
        String told = api ? rpcService(span) : null;
        if (told == null) {
            told = span.peek("aws.service");
        }
        if (told != null) {
            return name(told);
        }
        if (remote != null && (api || remote.matches("AWS(::|\\.SDK\\.).+"))) {
            return name(remote);
        }
        String bySystem = bySystem(span);
        return bySystem == null && (system == null || api) ? byResource(span) : bySystem;
    }

    /** Newer conventions put it before the operation: {@code DynamoDB/GetItem}. */
    static @Nullable String rpcService(Attributes span) {
        String service = span.peek("rpc.service");
        String method = span.peek("rpc.method");
        if (service != null || method == null) {
            return service;
        }
        int slash = method.indexOf('/');
        return slash > 0 ? method.substring(0, slash) : null;
    }

    private static @Nullable String bySystem(Attributes span) {
        for (String name : NAMES_OF_SYSTEMS) {
            String system = span.peek(name);
            String service = system == null ? null : SYSTEMS.get(system.toLowerCase(Locale.ROOT));
            if (service != null) {
                return service;
            }
        }
        return null;
    }

    private static @Nullable String byResource(Attributes span) {
        if (!span.hasPrefix("aws.") && !span.hasPrefix("faas.")) {
            return null;
        }
        boolean lambda = "aws".equals(span.peek("faas.invoked_provider")) && span.peek("faas.invoked_name") != null
                || span.peek("aws.lambda.function.name", "aws.lambda.function_name", "aws.lambda.function.arn") != null;
        if (lambda) {
            return "Lambda";
        }
        if (span.peek(TABLES) != null) {
            return "DynamoDB";
        }
        if (span.peek(QUEUES) != null) {
            return "SQS";
        }
        if (span.peek(TOPICS) != null) {
            return "SNS";
        }
        if (span.peek(BUCKETS) != null) {
            return "S3";
        }
        if (span.peek(STREAMS) != null) {
            return "Kinesis";
        }
        return span.peek(MACHINES) == null && span.peek(ACTIVITIES) == null ? null : "StepFunctions";
    }

    /** OpenTelemetry's instrumentations say {@code DynamoDb}, {@code AmazonSQS}, {@code AWS::S3}, {@code Bedrock Runtime}. */
    private static String name(String service) {
        String known = NAMES.get(service.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        String bare = service.replaceFirst("^(AWS::|AWS\\.SDK\\.)", "").replaceFirst("^(Amazon|AWS) ?(?=.)", "");
        String joined = bare.replace(" ", "");
        return NAMES.getOrDefault(joined.toLowerCase(Locale.ROOT), joined.isEmpty() ? service : joined);
    }

    private static Block block(Span span, Attributes attributes, String service) {
        List<String> tables = tables(attributes, service);
        return new Block()
                .put(DocumentField.OPERATION, operation(span, attributes, service))
                .put(DocumentField.ACCOUNT_ID, attributes.text("aws.account_id", "aws.account.id", "cloud.account.id"))
                .put("region", attributes.text("aws.region", "cloud.region", "faas.invoked_region"))
                .put("request_id", attributes.text("aws.request_id", "aws.requestId", "aws.request.id"))
                .put("extended_request_id", attributes.text("aws.extended_request_id"))
                .putNumber("retries", attributes.number("aws.retries", "retry_attempts", "http.request.resend_count"))
                .put(DocumentField.TABLE_NAME, tables.size() == 1 ? tables.get(0) : null)
                .put(DocumentField.TABLE_NAMES, tables.size() > 1 ? tables : null)
                .put(DocumentField.QUEUE_URL, queue(attributes, service))
                .put(DocumentField.BUCKET_NAME, textOrResource(attributes, BUCKETS, "AWS::S3::Bucket"))
                .put("key", attributes.text("aws.s3.key"))
                .put(DocumentField.TOPIC_ARN, topic(attributes, service))
                .put(DocumentField.FUNCTION_NAME, function(attributes))
                .put("stream_name", textOrResource(attributes, STREAMS, "AWS::Kinesis::Stream"))
                .put("state_machine_arn", attributes.text(MACHINES))
                .put("activity_arn", attributes.text(ACTIVITIES))
                .put("model_id", service.startsWith("Bedrock") ? attributes.peek("gen_ai.request.model") : null);
    }

    private static List<String> tables(Attributes attributes, String service) {
        List<String> tables = attributes.texts(TABLES);
        if (!tables.isEmpty() || !service.equals("DynamoDB")) {
            return tables;
        }
        String table = textOrResource(attributes, COLLECTIONS, "AWS::DynamoDB::Table");
        return table == null ? List.of() : List.of(table);
    }

    /** Application Signals tells type and name of what was called, whatever the service. */
    private static @Nullable String textOrResource(Attributes attributes, String[] names, String type) {
        String text = attributes.text(names);
        boolean told = text == null && type.equals(attributes.peek("aws.remote.resource.type"));
        return told ? attributes.peek("aws.remote.resource.identifier") : text;
    }

    /** The same of what is known by its URL or ARN, which isn't its name. */
    private static @Nullable String identifier(Attributes attributes, String[] names, String type) {
        String text = attributes.text(names);
        boolean told = text == null && type.equals(attributes.peek("aws.remote.resource.type"));
        return told ? attributes.peek("aws.remote.resource.cfn.primary.identifier") : text;
    }

    /** Newer conventions put the service before it ({@code DynamoDB/GetItem}); else the span's name may tell it. */
    private static @Nullable String operation(Span span, Attributes attributes, String service) {
        String method = attributes.text("aws.operation", "rpc.method", "db.operation.name", "db.operation");
        if (method != null) {
            return method.substring(method.lastIndexOf('/') + 1);
        }
        if (service.equals("Lambda") && attributes.peek("faas.invoked_name") != null) {
            return "Invoke";
        }
        String remote = attributes.peek("aws.remote.operation");
        if (remote != null) {
            return remote;
        }
        Matcher named = OPERATION_IN_NAME.matcher(span.name());
        if (named.matches() && name(named.group(1)).equals(service)) {
            return named.group(2);
        }
        String messaging =
                attributes.peek("messaging.operation.name", "messaging.operation.type", "messaging.operation");
        return messaging == null ? null : messagingOperation(messaging, service);
    }

    private static @Nullable String messagingOperation(String operation, String service) {
        boolean sqs = service.equals("SQS");
        return switch (operation) {
            case "publish", "send", "create" -> sqs ? "SendMessage" : service.equals("SNS") ? "Publish" : null;
            case "receive" -> sqs ? "ReceiveMessage" : null;
            case "settle" -> sqs ? "DeleteMessage" : null;
            default -> operation.matches("[A-Z]\\w+") ? operation : null;
        };
    }

    private static @Nullable String queue(Attributes attributes, String service) {
        String url = identifier(attributes, QUEUES, "AWS::SQS::Queue");
        String old = service.equals("SQS") ? attributes.peek("messaging.url") : null;
        return url != null ? url : old == null ? null : attributes.text("messaging.url");
    }

    private static @Nullable String topic(Attributes attributes, String service) {
        String arn = identifier(attributes, TOPICS, "AWS::SNS::Topic");
        String destination = attributes.peek("messaging.destination.name", "messaging.destination");
        boolean isTopic = service.equals("SNS") && destination != null && destination.startsWith("arn:");
        return arn == null && isTopic ? destination : arn;
    }

    private static @Nullable String function(Attributes attributes) {
        String function = textOrResource(attributes, FUNCTIONS, "AWS::Lambda::Function");
        Matcher arn = FUNCTION_ARN.matcher(function == null ? "" : function);
        return arn.matches() ? arn.group(1) : function;
    }
}
