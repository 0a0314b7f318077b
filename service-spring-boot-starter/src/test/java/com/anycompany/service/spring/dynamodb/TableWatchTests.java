package com.anycompany.service.spring.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.capacitydb.CapacityDb;
import com.anycompany.service.spring.contract.FaultyDynamoDb;
import com.anycompany.service.spring.contract.FaultyDynamoDb.Fault;
import com.anycompany.service.spring.contract.LocalDynamoDb;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class TableWatchTests {

    private static final String TABLE = "Watched";
    private static final FaultyDynamoDb DYNAMO_DB =
            new FaultyDynamoDb(CapacityDb.startInMemory(Clock.systemUTC()).endpoint());

    private final DynamoDbClient client = client();
    private final TableInitializer tables = new TableInitializer(client, List.of(definition()));
    private final List<Object> events = new ArrayList<>();
    private final TableWatch watch = new TableWatch(tables, Duration.ZERO, events::add);

    @BeforeEach
    void start() throws InterruptedException {
        tables.run(new DefaultApplicationArguments());
        watch.look();
        assertThat(tables.isActive()).isTrue();
        assertThat(events).as("a table of the start is no event").isEmpty();
    }

    @AfterEach
    void recover() {
        DYNAMO_DB.fail(Fault.NONE);
    }

    @Test
    void missingTable_isCreatedAgainWithTimeToLiveAndAnnounced() {
        client.deleteTable(delete -> delete.tableName(TABLE));

        watch.look();
        watch.look();

        assertThat(tables.isActive()).isTrue();
        assertThat(events)
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(
                        TablesCreatedEvent.class,
                        event -> assertThat(event.tables()).containsExactly(TABLE));
        assertThat(client.describeTimeToLive(ttl -> ttl.tableName(TABLE))
                        .timeToLiveDescription()
                        .timeToLiveStatus())
                .isEqualTo(TimeToLiveStatus.ENABLED);
    }

    @Test
    void listenerThatFails_isCalledAgainBeforeTheTablesAreActive() {
        client.deleteTable(delete -> delete.tableName(TABLE));
        TableWatch failing = new TableWatch(tables, Duration.ZERO, event -> {
            events.add(event);
            if (events.size() == 1) {
                throw new ThrottledException("no capacity", new IllegalStateException());
            }
        });

        failing.look();
        failing.look();
        failing.look();

        assertThat(events).hasSize(2);
        assertThat(tables.isActive()).isTrue();
    }

    @Test
    void silentDatabase_isNotActiveAfterTwoFailures() {
        DYNAMO_DB.fail(Fault.UNREACHABLE);

        watch.look();
        assertThat(tables.isActive()).isTrue();
        watch.look();
        assertThat(tables.isActive()).isFalse();

        DYNAMO_DB.fail(Fault.NONE);
        watch.look();
        assertThat(tables.isActive()).isTrue();
    }

    private static TableDefinition definition() {
        return TableDefinition.of(
                        TABLE,
                        table -> table.attributeDefinitions(
                                        a -> a.attributeName("id").attributeType(ScalarAttributeType.S))
                                .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                                .provisionedThroughput(
                                        p -> p.readCapacityUnits(5L).writeCapacityUnits(5L)))
                .withTimeToLive("expiresAt");
    }

    private static DynamoDbClient client() {
        LocalDynamoDb.use(DYNAMO_DB.endpoint());
        return DynamoDbClient.create();
    }
}
