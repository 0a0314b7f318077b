package com.anycompany.capacitydb;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The real SDK's client, without retries, and the tables that the tests use. */
final class Tables {

    static final String THINGS = "Things";
    static final String OWNERS = "Owners";

    private Tables() {}

    static DynamoDbClient client(CapacityDb dynamoDb) {
        return client(dynamoDb.endpoint());
    }

    static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    static void create(DynamoDbClient client, String table, long read, long write) {
        client.createTable(keyedById(table)
                .provisionedThroughput(p -> p.readCapacityUnits(read).writeCapacityUnits(write))
                .build());
    }

    static void createPerRequest(DynamoDbClient client, String table) {
        client.createTable(
                keyedById(table).billingMode(BillingMode.PAY_PER_REQUEST).build());
    }

    /** {@link #THINGS} with an index {@link #OWNERS}. */
    static void createWithIndex(DynamoDbClient client, long tableUnits, long indexUnits) {
        client.createTable(keyedById(THINGS)
                .attributeDefinitions(attribute("id"), attribute("owner"))
                .provisionedThroughput(p -> p.readCapacityUnits(tableUnits).writeCapacityUnits(tableUnits))
                .globalSecondaryIndexes(i -> i.indexName(OWNERS)
                        .keySchema(key("owner"))
                        .projection(p -> p.projectionType(ProjectionType.ALL))
                        .provisionedThroughput(
                                p -> p.readCapacityUnits(indexUnits).writeCapacityUnits(indexUnits)))
                .build());
    }

    static Map<String, AttributeValue> thing(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    static Map<String, AttributeValue> thing(String id, int bytes) {
        return Map.of("id", AttributeValue.fromS(id), "text", AttributeValue.fromS("x".repeat(bytes)));
    }

    private static CreateTableRequest.Builder keyedById(String table) {
        return CreateTableRequest.builder()
                .tableName(table)
                .attributeDefinitions(attribute("id"))
                .keySchema(key("id"));
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String attribute) {
        return KeySchemaElement.builder()
                .attributeName(attribute)
                .keyType(KeyType.HASH)
                .build();
    }
}
