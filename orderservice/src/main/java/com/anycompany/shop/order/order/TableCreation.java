package com.anycompany.shop.order.order;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * Brings a table into being, calmly: it waits for a DynamoDB that isn't there yet, and lives with other replicas that
 * create the same table at the same moment.
 */
final class TableCreation {

    private static final Logger log = LoggerFactory.getLogger(TableCreation.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final DynamoDbClient dynamoDb;
    private final CreateTableRequest definition;
    private final String timeToLiveAttribute;

    TableCreation(DynamoDbClient dynamoDb, CreateTableRequest definition, String timeToLiveAttribute) {
        this.dynamoDb = dynamoDb;
        this.definition = definition;
        this.timeToLiveAttribute = timeToLiveAttribute;
    }

    void untilActive() throws InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        String said = "";
        while (true) {
            try {
                if (isActive()) {
                    enableTimeToLive();
                    return;
                }
            } catch (SdkException e) {
                String reason = String.valueOf(e.getMessage());
                if (!reason.equals(said)) {
                    log.warn("Table {} isn't ready yet, trying on: {}", definition.tableName(), reason);
                    said = reason;
                }
            }
            Thread.sleep(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private boolean isActive() {
        @Nullable TableStatus status = status();
        if (status == null) {
            create();
            status = status();
        }
        return status == TableStatus.ACTIVE || status == TableStatus.UPDATING;
    }

    private @Nullable TableStatus status() {
        try {
            return dynamoDb.describeTable(d -> d.tableName(definition.tableName()))
                    .table()
                    .tableStatus();
        } catch (ResourceNotFoundException e) {
            return null;
        }
    }

    private void create() {
        try {
            dynamoDb.createTable(definition);
            log.info("Created table {}", definition.tableName());
        } catch (ResourceInUseException e) {
            log.debug("Another replica creates table {}", definition.tableName());
        }
    }

    private void enableTimeToLive() {
        TimeToLiveStatus status = dynamoDb.describeTimeToLive(d -> d.tableName(definition.tableName()))
                .timeToLiveDescription()
                .timeToLiveStatus();
        if (status == TimeToLiveStatus.DISABLED) {
            dynamoDb.updateTimeToLive(u -> u.tableName(definition.tableName())
                    .timeToLiveSpecification(t -> t.enabled(true).attributeName(timeToLiveAttribute)));
        }
    }
}
