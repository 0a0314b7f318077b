package com.anycompany.capacitydb;

import static com.anycompany.capacitydb.Tables.OWNERS;
import static com.anycompany.capacitydb.Tables.THINGS;
import static com.anycompany.capacitydb.Tables.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** PartiQL is the same table by another door; the clock stands still unless a test moves it. */
class PartiQlThrottlingTests {

    private final TestClock clock = new TestClock();
    private final CapacityDb dynamoDb = CapacityDb.start(Options.inMemory(), clock);
    private final DynamoDbClient client = Tables.client(dynamoDb);

    @AfterEach
    void stop() {
        client.close();
        dynamoDb.close();
    }

    @Test
    void select_isChargedToTheReads() {
        Tables.create(client, THINGS, 2, 100);
        client.putItem(p -> p.tableName(THINGS).item(thing("of 25 units", 100_000)));
        changeCapacity(1, 100);

        assertThat(execute("SELECT * FROM Things WHERE id = 'of 25 units'").items())
                .hasSize(1);
        assertThatThrownBy(() -> execute("select id from \"Things\" where id = 'x'"))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
        execute("INSERT INTO Things VALUE {'id': 'writes go on'}");

        clock.pass(Duration.ofSeconds(30));
        execute("SELECT * FROM Things WHERE id = 'x'");
    }

    @Test
    void insertUpdateAndDelete_areChargedToTheWrites() {
        Tables.create(client, THINGS, 100, 100);
        changeCapacity(100, 3);

        execute("INSERT INTO \"Things\" VALUE {'id': 'a'}");
        execute("UPDATE Things SET colour = 'red FROM Others' WHERE id = 'a'");
        execute("DELETE FROM Things WHERE id = 'a'");
        assertThatThrownBy(() -> execute("INSERT INTO Things VALUE {'id': 'b'}"))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
        assertThat(execute("SELECT * FROM Things").items()).isEmpty();
    }

    @Test
    void selectThroughAnIndex_usesTheIndexesCapacity() {
        Tables.createWithIndex(client, 10, 10);
        execute("INSERT INTO Things VALUE {'id': 'a', 'owner': 'me'}");
        client.updateTable(u -> u.tableName(THINGS)
                .globalSecondaryIndexUpdates(i -> i.update(x -> x.indexName(OWNERS)
                        .provisionedThroughput(p -> p.readCapacityUnits(1L).writeCapacityUnits(10L)))));
        String owned = "SELECT * FROM \"Things\".\"Owners\" WHERE \"owner\" = 'me'";

        assertThat(execute(owned).items()).hasSize(1);
        assertThat(execute(owned).items()).hasSize(1);
        assertThatThrownBy(() -> execute(owned))
                .isInstanceOf(ProvisionedThroughputExceededException.class)
                .hasMessageContaining("global secondary indexes");
        execute("SELECT * FROM Things");
    }

    @Test
    void batch_refusesTheStatementsOfTheExhaustedTable_eachInItsPlace() {
        Tables.create(client, THINGS, 100, 100);
        Tables.create(client, "Others", 100, 100);
        changeCapacity(100, 1);
        execute("INSERT INTO Things VALUE {'id': 'the last one'}");

        List<BatchStatementResponse> responses = batch(
                "INSERT INTO Others VALUE {'id': 'a'}",
                "INSERT INTO Things VALUE {'id': 'b'}",
                "INSERT INTO Others VALUE {'id': 'c'}");

        assertThat(responses)
                .extracting(r -> r.error() == null ? "" : r.error().codeAsString())
                .containsExactly("", "ProvisionedThroughputExceeded", "");
        assertThat(execute("SELECT * FROM Others").items()).hasSize(2);
        assertThat(execute("SELECT * FROM Things").items()).hasSize(1);
    }

    @Test
    void batchOfWhichNothingCanBeServed_isStillAnAnswer() {
        Tables.create(client, THINGS, 100, 100);
        changeCapacity(100, 1);
        execute("INSERT INTO Things VALUE {'id': 'the last one'}");

        assertThat(batch("INSERT INTO Things VALUE {'id': 'b'}"))
                .extracting(r -> r.error().codeAsString())
                .containsExactly("ProvisionedThroughputExceeded");
    }

    @Test
    void batch_isCharged() {
        Tables.create(client, THINGS, 100, 100);
        changeCapacity(100, 3);

        batch(IntStream.range(0, 5)
                .mapToObj(i -> "INSERT INTO Things VALUE {'id': '" + i + "'}")
                .toArray(String[]::new));

        assertThatThrownBy(() -> execute("INSERT INTO Things VALUE {'id': 'x'}"))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    @Test
    void transaction_isCancelledWithTheReason() {
        Tables.create(client, THINGS, 100, 100);
        Tables.create(client, "Others", 100, 100);
        changeCapacity(100, 2);
        transact("INSERT INTO Things VALUE {'id': 'costs two'}");

        assertThatThrownBy(
                        () -> transact("INSERT INTO Others VALUE {'id': 'a'}", "INSERT INTO Things VALUE {'id': 'b'}"))
                .asInstanceOf(InstanceOfAssertFactories.type(TransactionCanceledException.class))
                .satisfies(e -> assertThat(e.cancellationReasons())
                        .extracting(CancellationReason::code)
                        .containsExactly("None", "ProvisionedThroughputExceeded"));
    }

    @Test
    void nonsense_isTheEnginesToRefuse() {
        for (String statement : List.of("SELEKT * FROM Things", "SELECT * FROM Nowhere", "FROM")) {
            assertThatThrownBy(() -> execute(statement))
                    .isNotInstanceOf(ProvisionedThroughputExceededException.class)
                    .hasMessageContaining("Status Code: 400");
        }
    }

    private void changeCapacity(long read, long write) {
        client.updateTable(u -> u.tableName(THINGS)
                .provisionedThroughput(p -> p.readCapacityUnits(read).writeCapacityUnits(write)));
    }

    private ExecuteStatementResponse execute(String statement) {
        return client.executeStatement(e -> e.statement(statement));
    }

    private List<BatchStatementResponse> batch(String... statements) {
        return client.batchExecuteStatement(b -> b.statements(List.of(statements).stream()
                        .map(one ->
                                BatchStatementRequest.builder().statement(one).build())
                        .toList()))
                .responses();
    }

    private void transact(String... statements) {
        client.executeTransaction(t -> t.transactStatements(List.of(statements).stream()
                .map(one -> ParameterizedStatement.builder().statement(one).build())
                .toList()));
    }
}
