package com.anycompany.service.spring.dynamodb;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * Creates the tables that are defined as beans, waits until each is ACTIVE, and enables time to live. Until then the service
 * is live but not ready, since an ApplicationRunner runs before readiness. Replicas may do this at the same time.
 */
public final class TableInitializer implements ApplicationRunner, Ordered {

    private static final Logger log = LoggerFactory.getLogger(TableInitializer.class);

    private final DynamoDbClient dynamoDb;
    private final List<TableDefinition> tables;
    private volatile boolean active;

    TableInitializer(DynamoDbClient dynamoDb, List<TableDefinition> tables) {
        this.dynamoDb = dynamoDb;
        this.tables = List.copyOf(tables);
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        for (TableDefinition table : tables) {
            StartupRetry.until("table " + table.name(), () -> isActive(table));
            if (table.timeToLiveAttribute() != null) {
                String attribute = table.timeToLiveAttribute();
                StartupRetry.until("time to live of " + table.name(), () -> expires(table.name(), attribute));
            }
        }
        active = true;
    }

    /** Whether all tables can be used, for work that isn't started by a request. */
    public boolean isActive() {
        return active;
    }

    /** Before the runners of the service, such as one that fills the table. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private boolean isActive(TableDefinition table) {
        try {
            TableStatus status = dynamoDb.describeTable(describe -> describe.tableName(table.name()))
                    .table()
                    .tableStatus();
            return status == TableStatus.ACTIVE || status == TableStatus.UPDATING;
        } catch (ResourceNotFoundException e) {
            return create(table);
        }
    }

    private boolean create(TableDefinition table) {
        try {
            TableStatus status =
                    dynamoDb.createTable(table.request()).tableDescription().tableStatus();
            log.info("Created table {}", table.name());
            return status == TableStatus.ACTIVE;
        } catch (ResourceInUseException e) {
            log.debug("Another replica creates table {}", table.name());
            return false;
        }
    }

    private boolean expires(String table, String attribute) {
        TimeToLiveStatus status = dynamoDb.describeTimeToLive(describe -> describe.tableName(table))
                .timeToLiveDescription()
                .timeToLiveStatus();
        if (status == TimeToLiveStatus.DISABLED) {
            dynamoDb.updateTimeToLive(update -> update.tableName(table)
                    .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute)));
        }
        return true;
    }
}
