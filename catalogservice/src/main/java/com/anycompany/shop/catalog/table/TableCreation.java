package com.anycompany.shop.catalog.table;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Makes sure that there is a table; where one was created beforehand (CloudFormation), it is left as it is. */
@Component
public class TableCreation {

    private static final Logger log = LoggerFactory.getLogger(TableCreation.class);

    private final DynamoDbClient dynamoDb;

    TableCreation(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /** Creates the table if it is absent, and says whether it can be used already. */
    public boolean isReady() {
        try {
            return dynamoDb.describeTable(describe -> describe.tableName(ProductCatalog.TABLE))
                            .table()
                            .tableStatus()
                    != TableStatus.CREATING;
        } catch (ResourceNotFoundException e) {
            create();
            return false;
        }
    }

    private void create() {
        try {
            dynamoDb.createTable(ProductCatalog.definition());
            log.info("Created the table {}", ProductCatalog.TABLE);
        } catch (ResourceInUseException e) {
            log.info("Another replica creates the table {}", ProductCatalog.TABLE);
        }
    }
}
