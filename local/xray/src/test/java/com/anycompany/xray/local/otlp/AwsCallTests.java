package com.anycompany.xray.local.otlp;

import static com.anycompany.xray.local.otlp.Spans.at;
import static com.anycompany.xray.local.otlp.Spans.client;
import static com.anycompany.xray.local.otlp.Spans.document;
import static com.anycompany.xray.local.otlp.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Calls to AWS services. Attributes are those of OpenTelemetry's AWS SDK conventions ("aws-sdk", "dynamodb", "s3", "sns",
 * "sqs" pages), of the AWS exporter of its Collector ({@code translator/aws.go}, {@code segment.go}), and of ADOT.
 */
class AwsCallTests {

    /** Case 07. */
    @Test
    void awsService_isEnough_withoutRpcSystem() {
        Map<?, ?> call = client(Map.of(
                "aws.service", "SQS",
                "aws.operation", "ReceiveMessage",
                "aws.region", "us-east-1",
                "aws.queue_url", "https://sqs.us-east-1.amazonaws.com/111122223333/q1",
                "aws.requestId", "r1",
                "http.status_code", 200L));
        assertThat(call.get("name")).isEqualTo("SQS");
        assertThat(call.get("namespace")).isEqualTo("aws");
        assertThat(call.get("aws"))
                .isEqualTo(Map.of(
                        "operation", "ReceiveMessage",
                        "region", "us-east-1",
                        "request_id", "r1",
                        "queue_url", "https://sqs.us-east-1.amazonaws.com/111122223333/q1"));
    }

    @ParameterizedTest
    @CsvSource({
        "DynamoDb, DynamoDB",
        "AmazonDynamoDBv2, DynamoDB",
        "AmazonSQS, SQS",
        "Amazon SQS, SQS",
        "Sqs, SQS",
        "SNS, SNS",
        "Amazon S3, S3",
        "AWSLambda, Lambda",
        "Kinesis, Kinesis",
        "SFN, StepFunctions",
        "AWSStepFunctions, StepFunctions",
        "Bedrock Runtime, BedrockRuntime",
        "Secrets Manager, SecretsManager",
        "AWS::Kinesis, Kinesis",
        "Polly, Polly"
    })
    void service_hasTheNameThatXRaysSdksWrite(String rpcService, String name) {
        assertThat(client(Map.of("rpc.system", "aws-api", "rpc.service", rpcService))
                        .get("name"))
                .isEqualTo(name);
        assertThat(client(Map.of("aws.service", rpcService)).get("name")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "aws.dynamodb.table_names, Carts, DynamoDB, table_name, Carts",
        "aws.table.name, Carts, DynamoDB, table_name, Carts",
        "aws.sqs.queue.url, http://q/1, SQS, queue_url, http://q/1",
        "aws.queue.url, http://q/1, SQS, queue_url, http://q/1",
        "aws.sns.topic.arn, arn:aws:sns:r:1:t, SNS, topic_arn, arn:aws:sns:r:1:t",
        "aws.s3.bucket, b1, S3, bucket_name, b1",
        "aws.kinesis.stream_name, s1, Kinesis, stream_name, s1",
        "aws.stream.name, s1, Kinesis, stream_name, s1",
        "aws.lambda.function.name, f1, Lambda, function_name, f1",
        "aws.lambda.function.arn, arn:aws:lambda:r:1:function:f1:live, Lambda, function_name, f1",
        "aws.step_functions.state_machine.arn, arn:m, StepFunctions, state_machine_arn, arn:m",
        "aws.stepfunctions.activity.arn, arn:a, StepFunctions, activity_arn, arn:a"
    })
    void resource_tellsTheService_alone_andWithRpcSystem(
            String attribute, String value, String service, String field, String expected) {
        for (Map<String, Object> more : List.of(
                Map.<String, Object>of(),
                Map.<String, Object>of("rpc.system", "aws-api", "rpc.service", service, "rpc.method", "Do"))) {
            Map<String, Object> attributes = new HashMap<>(more);
            attributes.put(attribute, value);
            Map<?, ?> call = client(attributes);
            assertThat(call.get("name")).isEqualTo(service);
            assertThat(call.get("namespace")).isEqualTo("aws");
            assertThat(at(call, "aws/" + field)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "messaging.system, aws_sqs, SQS",
        "messaging.system, AmazonSQS, SQS",
        "messaging.system, aws.sns, SNS",
        "db.system, dynamodb, DynamoDB",
        "db.system.name, aws.dynamodb, DynamoDB",
        "gen_ai.system, aws.bedrock, BedrockRuntime",
        "gen_ai.provider.name, aws.bedrock, BedrockRuntime",
        "aws.remote.service, AWS::S3, S3"
    })
    void system_tellsTheService(String attribute, String value, String service) {
        assertThat(client(Map.of(attribute, value)).get("name")).isEqualTo(service);
        assertThat(client(Map.of(attribute, value)).get("namespace")).isEqualTo("aws");
    }

    @Test
    void otherSystems_areNoAwsService() {
        assertThat(client(Map.of("rpc.system", "grpc", "rpc.service", "Lambda", "aws.s3.bucket", "b"))
                        .get("namespace"))
                .isEqualTo("remote");
        assertThat(client(Map.of("messaging.system", "kafka")).get("namespace")).isEqualTo("remote");
        assertThat(client(Map.of("gen_ai.system", "openai", "server.address", "api.openai.com"))
                        .get("name"))
                .isEqualTo("api.openai.com");
    }

    @Test
    void operation_isTold_orInTheMethod_orInTheSpansName() {
        assertThat(at(client(Map.of("rpc.system", "aws-api", "rpc.method", "DynamoDB/GetItem")), "aws/operation"))
                .isEqualTo("GetItem");
        assertThat(client(Map.of("rpc.system", "aws-api", "rpc.method", "DynamoDB/GetItem"))
                        .get("name"))
                .isEqualTo("DynamoDB");
        Map<?, ?> named = document(span(
                Span.Kind.CLIENT,
                "53995c3f42cd8ad8",
                "S3.PutObject",
                Map.of("aws.s3.bucket", "b"),
                Map.of(),
                List.of()));
        assertThat(at(named, "aws/operation")).isEqualTo("PutObject");
        assertThat(at(
                        client(Map.of(
                                "messaging.system",
                                "aws_sqs",
                                "messaging.operation.type",
                                "send",
                                "aws.sqs.queue.url",
                                "q")),
                        "aws/operation"))
                .isEqualTo("SendMessage");
    }

    /** OpenTelemetry's conventions for functions, "Outgoing invocations". */
    @Test
    void invokedFunction_isANodeOfItsOwn() {
        Map<?, ?> call = client(Map.of(
                "faas.invoked_name", "f1", "faas.invoked_provider", "aws", "faas.invoked_region", "eu-central-1"));
        assertThat(call.get("name")).isEqualTo("Lambda");
        assertThat(call.get("aws"))
                .isEqualTo(Map.of("operation", "Invoke", "function_name", "f1", "region", "eu-central-1"));
        assertThat(client(Map.of("faas.invoked_name", "f1", "faas.invoked_provider", "azure"))
                        .get("namespace"))
                .isEqualTo("remote");
    }

    @Test
    void receivingWithinAProcess_isACall_too() {
        Span receive = new Span(
                "58406520a006649127e371903a2de979",
                "00f067aa0ba902b7",
                "53995c3f42cd8ad8",
                "q1 receive",
                Span.Kind.CONSUMER,
                1,
                2,
                0x100,
                Map.of("rpc.system", "aws-api", "rpc.service", "Sqs", "rpc.method", "ReceiveMessage"),
                List.of(),
                List.of(),
                false,
                "",
                Map.of(),
                new Span.Scope("", "", Map.of()));
        assertThat(document(receive).get("name")).isEqualTo("SQS");
        assertThat(document(receive).get("namespace")).isEqualTo("aws");
    }

    @Test
    void severalTables_areAList_retriesAndIdsAreFields() {
        Map<?, ?> call = client(Map.of(
                "rpc.system", "aws-api",
                "rpc.service", "DynamoDB",
                "rpc.method", "BatchGetItem",
                "aws.dynamodb.table_names", List.of("A", "B"),
                "retry_attempts", 2L,
                "aws.extended_request_id", "x",
                "aws.dynamodb.consistent_read", true));
        assertThat(at(call, "aws/table_names")).isEqualTo(List.of("A", "B"));
        assertThat(at(call, "aws/table_name")).isNull();
        assertThat(at(call, "aws/retries")).isEqualTo(2);
        assertThat(at(call, "aws/extended_request_id")).isEqualTo("x");
        assertThat(at(call, "metadata/default/aws.dynamodb.consistent_read")).isEqualTo(true);
    }

    /** Conventions for generative AI: values stay as they are, texts, numbers and lists. */
    @Test
    void generativeAi_staysReadable() {
        Map<?, ?> call = client(Map.of(
                "rpc.system", "aws-api",
                "rpc.service", "Bedrock Runtime",
                "rpc.method", "Converse",
                "gen_ai.request.model", "anthropic.claude-3",
                "gen_ai.usage.input_tokens", 12L,
                "gen_ai.response.finish_reasons", List.of("stop"),
                "gen_ai.input.messages", List.of(Map.of("role", "user", "content", "Hi"))));
        assertThat(at(call, "aws/operation")).isEqualTo("Converse");
        assertThat(at(call, "aws/model_id")).isEqualTo("anthropic.claude-3");
        assertThat(at(call, "metadata/default/gen_ai.request.model")).isEqualTo("anthropic.claude-3");
        assertThat(at(call, "metadata/default/gen_ai.usage.input_tokens")).isEqualTo(12);
        assertThat(at(call, "metadata/default/gen_ai.response.finish_reasons")).isEqualTo(List.of("stop"));
        assertThat(at(call, "metadata/default/gen_ai.input.messages"))
                .isEqualTo(List.of(Map.of("role", "user", "content", "Hi")));
    }

    /** CloudWatch User Guide, "Application Signals": what was called, by CloudFormation's type and name. */
    @ParameterizedTest
    @CsvSource({
        "AWS::DynamoDB, AWS::DynamoDB::Table, identifier, Orders, table_name",
        "AWS::S3, AWS::S3::Bucket, identifier, b1, bucket_name",
        "AWS::Kinesis, AWS::Kinesis::Stream, identifier, s1, stream_name",
        "AWS::Lambda, AWS::Lambda::Function, identifier, f1, function_name",
        "AWS::SQS, AWS::SQS::Queue, cfn.primary.identifier, http://q/1, queue_url",
        "AWS::SNS, AWS::SNS::Topic, cfn.primary.identifier, arn:aws:sns:r:1:t, topic_arn"
    })
    void applicationSignals_tellOperationAndResource(
            String service, String type, String member, String identifier, String field) {
        Map<?, ?> call = client(Map.of(
                "aws.remote.service",
                service,
                "aws.remote.operation",
                "PutIt",
                "aws.remote.resource.type",
                type,
                "aws.remote.resource." + member,
                identifier));
        assertThat(call.get("namespace")).isEqualTo("aws");
        assertThat(call.get("aws")).isEqualTo(Map.of("operation", "PutIt", field, identifier));
    }

    /** OpenTelemetry, "database-spans": the collection is a table. */
    @Test
    void table_isTheCollection_withoutAttributesOfAws() {
        assertThat(client(Map.of(
                                "db.system.name", "aws.dynamodb",
                                "db.operation.name", "Query",
                                "db.collection.name", "Orders"))
                        .get("aws"))
                .isEqualTo(Map.of("operation", "Query", "table_name", "Orders"));
    }

    /** OpenTelemetry, "rpc-spans" and "gen-ai-spans": without an address, the service or the model's provider is called. */
    @Test
    void otherCalls_withoutAddress_areNamedAfterTheirServiceOrProvider() {
        assertThat(client(Map.of("rpc.system.name", "grpc", "rpc.method", "shop.Pay/Charge"))
                        .get("name"))
                .isEqualTo("shop.Pay");
        assertThat(client(Map.of("gen_ai.provider.name", "openai", "gen_ai.request.model", "gpt"))
                        .get("name"))
                .isEqualTo("openai");
    }
}
