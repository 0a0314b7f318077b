package com.anycompany.service.spring.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.capacitydb.CapacityDb;
import com.anycompany.service.spring.contract.FaultyDynamoDb;
import com.anycompany.service.spring.contract.FaultyDynamoDb.Fault;
import com.anycompany.service.spring.contract.LocalDynamoDb;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class TableInitializerTests {

    private static final FaultyDynamoDb DYNAMO_DB =
            new FaultyDynamoDb(CapacityDb.startInMemory(Clock.systemUTC()).endpoint());

    private final DynamoDbClient client = client();

    @Test
    void absentTable_isCreatedWithTimeToLive() throws Exception {
        TableInitializer initializer = initializer("Absent");
        assertThat(initializer.isActive()).isFalse();

        initializer.run(new DefaultApplicationArguments());

        assertThat(initializer.isActive()).isTrue();
        assertThat(client.describeTimeToLive(ttl -> ttl.tableName("Absent"))
                        .timeToLiveDescription()
                        .timeToLiveStatus())
                .isEqualTo(TimeToLiveStatus.ENABLED);
    }

    @Test
    void existingTable_isLeftAsItIs() throws Exception {
        client.createTable(create -> {
            create.tableName("Existing");
            schema(create, 7);
        });

        initializer("Existing").run(new DefaultApplicationArguments());

        assertThat(client.describeTable(d -> d.tableName("Existing"))
                        .table()
                        .provisionedThroughput()
                        .readCapacityUnits())
                .isEqualTo(7);
    }

    @Test
    void schemaOfAnExistingTable_isNotBuilt() throws Exception {
        initializer("Restarted").run(new DefaultApplicationArguments());
        TableInitializer restarted = initializer(TableDefinition.of("Restarted", create -> {
            throw new AssertionError("the table exists");
        }));

        restarted.run(new DefaultApplicationArguments());

        assertThat(restarted.isActive()).isTrue();
    }

    @Test
    void twoReplicasAtOnce_bothFindTheTable() {
        List<TableInitializer> replicas = List.of(initializer("Shared"), initializer("Shared"));

        CompletableFuture.allOf(replicas.stream()
                        .map(replica -> CompletableFuture.runAsync(() -> run(replica)))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(replicas).allMatch(TableInitializer::isActive);
    }

    @Test
    void dynamoDbThatStartsLater_isWaitedFor() throws Exception {
        DYNAMO_DB.fail(Fault.UNREACHABLE, 4);

        TableInitializer initializer = initializer("Late");
        initializer.run(new DefaultApplicationArguments());

        assertThat(initializer.isActive()).isTrue();
    }

    private static void run(TableInitializer replica) {
        try {
            replica.run(new DefaultApplicationArguments());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private TableInitializer initializer(String table) {
        return initializer(TableDefinition.of(table, create -> schema(create, 5)));
    }

    private TableInitializer initializer(TableDefinition table) {
        return new TableInitializer(client, List.of(table.withTimeToLive("expiresAt")));
    }

    private static void schema(CreateTableRequest.Builder table, long capacity) {
        table.attributeDefinitions(a -> a.attributeName("id").attributeType(ScalarAttributeType.S))
                .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                .provisionedThroughput(p -> p.readCapacityUnits(capacity).writeCapacityUnits(capacity));
    }

    private static DynamoDbClient client() {
        LocalDynamoDb.use(DYNAMO_DB.endpoint());
        return DynamoDbClient.create();
    }
}
