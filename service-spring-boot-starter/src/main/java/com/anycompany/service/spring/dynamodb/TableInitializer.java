package com.anycompany.service.spring.dynamodb;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
 * is live but not ready, since an ApplicationRunner runs before readiness. Replicas may do this at the same time. A table that
 * is missing later, because the database was replaced, is created again by {@link #check}.
 */
public final class TableInitializer implements ApplicationRunner, Ordered {

    private static final Logger log = LoggerFactory.getLogger(TableInitializer.class);

    private final DynamoDbClient dynamoDb;
    private final List<TableDefinition> tables;
    private final Set<String> created = new LinkedHashSet<>();
    private volatile boolean started;
    private volatile boolean active;

    TableInitializer(DynamoDbClient dynamoDb, List<TableDefinition> tables) {
        this.dynamoDb = dynamoDb;
        this.tables = List.copyOf(tables);
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        for (TableDefinition table : tables) {
            StartupRetry.until("table " + table.name(), () -> isActive(table));
            StartupRetry.until("time to live of " + table.name(), () -> expires(table));
        }
        created.clear();
        active = true;
        started = true;
    }

    /** Whether all tables can be used, as far as was last seen; for probes, and for work that isn't started by a request. */
    public boolean isActive() {
        return active;
    }

    /** Whether the start-up is over, after which {@link #check} may be called. */
    boolean hasStarted() {
        return started;
    }

    /**
     * Looks once whether all tables can be used, and creates those that are missing.
     *
     * @param whenCreated is told the names of the tables that were created since all could be used; called when all can be used
     *     again, and again later if it throws
     * @return whether all can be used
     */
    boolean check(Consumer<Set<String>> whenCreated) {
        boolean all = true;
        for (TableDefinition table : tables) {
            all &= isActive(table);
        }
        if (all && !created.isEmpty()) {
            tables.stream().filter(table -> created.contains(table.name())).forEach(this::expires);
            whenCreated.accept(Set.copyOf(created));
            created.clear();
        }
        return all;
    }

    void active(boolean usable) {
        active = usable;
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
            created.add(table.name());
            return status == TableStatus.ACTIVE;
        } catch (ResourceInUseException e) {
            log.debug("Another replica creates table {}", table.name());
            return false;
        }
    }

    private boolean expires(TableDefinition table) {
        String attribute = table.timeToLiveAttribute();
        if (attribute == null) {
            return true;
        }
        TimeToLiveStatus status = dynamoDb.describeTimeToLive(describe -> describe.tableName(table.name()))
                .timeToLiveDescription()
                .timeToLiveStatus();
        if (status == TimeToLiveStatus.DISABLED) {
            dynamoDb.updateTimeToLive(update -> update.tableName(table.name())
                    .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute)));
        }
        return true;
    }
}
