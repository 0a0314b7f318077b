package com.anycompany.shop.recommendation.table;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Makes sure that there is a table; where one was created beforehand (CloudFormation), it is left as it is. */
@Component
class TableCreation {

    private static final Logger log = LoggerFactory.getLogger(TableCreation.class);

    private final DynamoDbClient dynamoDb;

    TableCreation(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /** Takes the next step towards a usable table, and says whether there is none left. */
    boolean isReady() {
        try {
            TableStatus status = dynamoDb.describeTable(describe -> describe.tableName(RecommendationsTable.TABLE))
                    .table()
                    .tableStatus();
            if (status == TableStatus.CREATING) {
                return false;
            }
        } catch (ResourceNotFoundException e) {
            create();
            return false;
        }
        letMarksExpire();
        return true;
    }

    private void create() {
        try {
            dynamoDb.createTable(RecommendationsTable.definition());
            log.info("Created the table {}", RecommendationsTable.TABLE);
        } catch (ResourceInUseException e) {
            log.info("Another replica creates the table {}", RecommendationsTable.TABLE);
        }
    }

    private void letMarksExpire() {
        TimeToLiveStatus status = dynamoDb.describeTimeToLive(
                        describe -> describe.tableName(RecommendationsTable.TABLE))
                .timeToLiveDescription()
                .timeToLiveStatus();
        if (status == TimeToLiveStatus.DISABLED) {
            dynamoDb.updateTimeToLive(update -> update.tableName(RecommendationsTable.TABLE)
                    .timeToLiveSpecification(ttl ->
                            ttl.attributeName(RecommendationsTable.EXPIRES_AT).enabled(true)));
        }
    }
}
