package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.interceptors.TracingInterceptor;
import com.anycompany.capacitydb.CapacityDb;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What a call to DynamoDB says about itself, from clients that know nothing of tracing. */
class DynamoDbCallTests extends TracedService {

    private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromS("1"));
    private static final CapacityDb dynamoDb = CapacityDb.startInMemory(Clock.systemUTC());
    private static final DynamoDbClient setUp = client(dynamoDb.endpoint()).build();

    @Autowired
    private AWSXRayRecorder recorder;

    @BeforeAll
    static void createTables() {
        for (String table : List.of("Carts", "Orders")) {
            setUp.createTable(t -> t.tableName(table)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType(KeyType.HASH)
                            .build())
                    .billingMode(BillingMode.PAY_PER_REQUEST));
        }
    }

    @AfterAll
    static void stop() {
        dynamoDb.close();
    }

    @Test
    void call_isSubsegmentOfItsTable() {
        JsonNode call =
                recorded(client -> client.getItem(g -> g.tableName("Carts").key(KEY)));

        assertThat(call.path("name").asText()).isEqualToIgnoringCase("DynamoDB");
        assertThat(call.path("namespace").asText()).isEqualTo("aws");
        assertThat(call.at("/aws/operation").asText()).isEqualTo("GetItem");
        assertThat(call.at("/aws/table_name").asText()).isEqualTo("Carts");
        assertThat(call.at("/aws/region").asText()).isEqualTo("us-east-1");
        assertThat(call.at("/aws/request_id").asText()).isNotEmpty();
        assertThat(call.at("/aws/retries").asInt()).isZero();
        assertThat(call.at("/aws/consumed_capacity/table_name").asText()).isEqualTo("Carts");
        assertThat(call.at("/aws/consumed_capacity/capacity_units").asDouble()).isEqualTo(0.5);
    }

    @Test
    void transactionOnOneTable_isSubsegmentOfThatTable() {
        JsonNode call = recorded(
                client -> client.transactWriteItems(t -> t.transactItems(put("Orders", "1"), put("Orders", "2"))));

        assertThat(call.at("/aws/operation").asText()).isEqualTo("TransactWriteItems");
        assertThat(call.at("/aws/table_name").asText()).isEqualTo("Orders");
        assertThat(call.at("/aws/consumed_capacity/0/capacity_units").asDouble())
                .isEqualTo(4.0);
    }

    @Test
    void transactionOnSeveralTables_namesThemAll() {
        JsonNode call = recorded(
                client -> client.transactWriteItems(t -> t.transactItems(put("Orders", "3"), put("Carts", "3"))));

        assertThat(call.at("/aws/table_name").isMissingNode()).isTrue();
        assertThat(call.at("/aws/table_names").toString()).isEqualTo("[\"Orders\",\"Carts\"]");
    }

    @Test
    void readingTransaction_isSubsegmentOfItsTable() {
        JsonNode call = recorded(client -> client.transactGetItems(
                t -> t.transactItems(i -> i.get(g -> g.tableName("Carts").key(KEY)))));

        assertThat(call.at("/aws/table_name").asText()).isEqualTo("Carts");
    }

    @Test
    void batchOnOneTable_isSubsegmentOfThatTable() {
        JsonNode call = recorded(client -> client.batchGetItem(b -> b.requestItems(
                Map.of("Carts", KeysAndAttributes.builder().keys(List.of(KEY)).build()))));

        assertThat(call.at("/aws/table_name").asText()).isEqualTo("Carts");
        assertThat(call.at("/aws/consumed_capacity/0/table_name").asText()).isEqualTo("Carts");
    }

    @Test
    void cancelledTransaction_isErrorWithCause() {
        JsonNode call = recorded(client -> assertThatThrownBy(() ->
                        client.transactWriteItems(t -> t.transactItems(i -> i.conditionCheck(c -> c.tableName("Orders")
                                .key(Map.of("id", AttributeValue.fromS("none")))
                                .conditionExpression("attribute_exists(id)")))))
                .isInstanceOf(TransactionCanceledException.class));

        assertThat(flags(call)).isEqualTo("error");
        assertThat(call.at("/aws/table_name").asText()).isEqualTo("Orders");
        assertThat(call.at("/cause/exceptions/0/type").asText())
                .isEqualTo(TransactionCanceledException.class.getName());
        assertThat(call.at("/cause/exceptions/0/remote").asBoolean()).isTrue();
    }

    @Test
    void throttledCall_isMarkedAndGivesUpInTime() {
        long start = System.nanoTime();
        JsonNode call = recorded(
                client(URI.create(backend.url())),
                client -> assertThatThrownBy(
                                () -> client.getItem(g -> g.tableName("Carts").key(KEY)))
                        .isInstanceOf(ProvisionedThroughputExceededException.class));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(backend.traceHeaders()).hasSize(3);
        assertThat(flags(call)).isEqualTo("error throttle");
        assertThat(call.at("/aws/retries").asInt()).isEqualTo(2);
        assertThat(call.at("/aws/table_name").asText()).isEqualTo("Carts");
    }

    @Test
    void transactionCancelledForWantOfCapacity_isThrottled() {
        setUp.createTable(t -> t.tableName("Scarce")
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .provisionedThroughput(p -> p.readCapacityUnits(1L).writeCapacityUnits(1L)));
        // The burst of five minutes, and two minutes of debt: the table stays exhausted for the rest of the test.
        for (int kilobytes : List.of(299, 121)) {
            setUp.putItem(p -> p.tableName("Scarce")
                    .item(Map.of(
                            "id",
                            AttributeValue.fromS("1"),
                            "text",
                            AttributeValue.fromS("x".repeat(kilobytes * 1024 - 100)))));
        }

        JsonNode call = recorded(client -> assertThatThrownBy(
                        () -> client.transactWriteItems(t -> t.transactItems(put("Carts", "4"), put("Scarce", "4"))))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("ProvisionedThroughputExceeded"));

        assertThat(flags(call)).isEqualTo("error throttle");
        assertThat(call.at("/aws/table_names").toString()).isEqualTo("[\"Carts\",\"Scarce\"]");
    }

    @Test
    void clientWithTheSdksOwnInterceptor_isRecordedOnce() {
        DynamoDbClientBuilder builder = client(dynamoDb.endpoint())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .addExecutionInterceptor(new TracingInterceptor(recorder, null, null))
                        .build());
        JsonNode call = recorded(
                builder, client -> client.getItem(g -> g.tableName("Carts").key(KEY)));

        assertThat(call.at("/aws/consumed_capacity/capacity_units").asDouble()).isEqualTo(0.5);
    }

    @Test
    void callOutsideOfRequest_worksUntraced() {
        int before = documents.all().size();

        assertThat(setUp.getItem(g -> g.tableName("Carts").key(KEY)).consumedCapacity())
                .isNull();
        assertThat(documents.all()).hasSize(before);
    }

    private JsonNode recorded(Consumer<DynamoDbClient> calls) {
        return recorded(client(dynamoDb.endpoint()), calls);
    }

    private JsonNode recorded(DynamoDbClientBuilder builder, Consumer<DynamoDbClient> calls) {
        String traceId;
        try (DynamoDbClient client = builder.build()) {
            traceId = recorder.beginSegment("request").getTraceId().toString();
            calls.accept(client);
        } finally {
            recorder.endSegment();
        }
        List<JsonNode> subsegments = Documents.subsegments(documents.segment(traceId));
        assertThat(subsegments).hasSize(1);
        return subsegments.get(0);
    }

    private static TransactWriteItem put(String table, String id) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName(table).item(Map.of("id", AttributeValue.fromS(id))))
                .build();
    }

    private static DynamoDbClientBuilder client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }
}
