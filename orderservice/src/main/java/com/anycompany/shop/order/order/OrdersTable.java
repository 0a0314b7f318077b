package com.anycompany.shop.order.order;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Defines the table of orders, and holds readiness back until it is there.
 *
 * <pre>
 * item                       id               shopperId  placedAt  todo  dueAt   expiresAt (TTL)
 * order, pending             0b7e…            5f1c…      17953…    open  17953…
 * order, settled             91aa…            5f1c…      17953…
 * submission (key → order)   submission#k-42                                     17979…
 * submission, withdrawn      submission#k-43                                     17979…
 * cart's version → order     cart#5f1c…@17…                                      17979…
 * </pre>
 *
 * Only orders with something left to do lie in the index {@code open}: looking there costs next to nothing.
 */
@Component
public final class OrdersTable implements ApplicationRunner {

    public static final String NAME = "Orders";
    static final String BY_SHOPPER = "byShopper";
    static final String OPEN = "open";

    private final DynamoDbClient dynamoDb;
    private volatile boolean ready;

    public OrdersTable(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    @Override
    public void run(ApplicationArguments args) throws InterruptedException {
        new TableCreation(dynamoDb, definition(), "expiresAt").untilActive();
        ready = true;
    }

    public boolean isReady() {
        return ready;
    }

    /** An order costs about ten write units on its way (a transaction of three items and two updates): twice the usual. */
    private static CreateTableRequest definition() {
        return CreateTableRequest.builder()
                .tableName(NAME)
                .attributeDefinitions(
                        a -> a.attributeName("id").attributeType(ScalarAttributeType.S),
                        a -> a.attributeName("shopperId").attributeType(ScalarAttributeType.S),
                        a -> a.attributeName("placedAt").attributeType(ScalarAttributeType.N),
                        a -> a.attributeName("todo").attributeType(ScalarAttributeType.S),
                        a -> a.attributeName("dueAt").attributeType(ScalarAttributeType.N))
                .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                .globalSecondaryIndexes(
                        index(BY_SHOPPER, "shopperId", "placedAt", ProjectionType.ALL),
                        index(OPEN, "todo", "dueAt", ProjectionType.KEYS_ONLY))
                .provisionedThroughput(p -> p.readCapacityUnits(40L).writeCapacityUnits(40L))
                .build();
    }

    private static GlobalSecondaryIndex index(String name, String hash, String range, ProjectionType projection) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(
                        k -> k.attributeName(hash).keyType(KeyType.HASH),
                        k -> k.attributeName(range).keyType(KeyType.RANGE))
                .projection(p -> p.projectionType(projection))
                .provisionedThroughput(p -> p.readCapacityUnits(40L).writeCapacityUnits(40L))
                .build();
    }
}
