package com.anycompany.shop.payment;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Defines the table of payments, and holds readiness back until it is there. */
@Component
final class PaymentsTable implements ApplicationRunner {

    static final String NAME = "Payments";

    private final DynamoDbClient dynamoDb;

    PaymentsTable(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    @Override
    public void run(ApplicationArguments args) throws InterruptedException {
        new TableCreation(dynamoDb, definition()).untilActive();
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
