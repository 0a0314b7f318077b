package com.anycompany.shop.cart;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Defines the table of carts, and holds readiness back until it is there. */
@Component
final class CartsTable implements ApplicationRunner {

    static final String NAME = "Carts";

    private final DynamoDbClient dynamoDb;

    CartsTable(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    @Override
    public void run(ApplicationArguments args) throws InterruptedException {
        new TableCreation(dynamoDb, definition(), "expiresAt").untilActive();
    }

    private static CreateTableRequest definition() {
        return CreateTableRequest.builder()
                .tableName(NAME)
                .attributeDefinitions(a -> a.attributeName("id").attributeType(ScalarAttributeType.S))
                .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                .provisionedThroughput(p -> p.readCapacityUnits(40L).writeCapacityUnits(20L))
                .build();
    }
}
