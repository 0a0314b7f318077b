package com.anycompany.capacitydb;

import static com.anycompany.capacitydb.Tables.OWNERS;
import static com.anycompany.capacitydb.Tables.THINGS;
import static com.anycompany.capacitydb.Tables.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The guard as the real SDK meets it; the clock stands still unless a test moves it. */
class ThrottlingTests {

    private static final int BURST = 300;
    private static final String TABLE_MESSAGE =
            "The level of configured provisioned throughput for the table was exceeded. Consider increasing your "
                    + "provisioning level with the UpdateTable API.";

    private final TestClock clock = new TestClock();
    private final CapacityDb dynamoDb = CapacityDb.start(Options.inMemory(), clock);
    private final DynamoDbClient client = Tables.client(dynamoDb);

    @AfterEach
    void stop() {
        client.close();
        dynamoDb.close();
    }

    @Test
    void writesBeyondTheBurst_areThrottledAsTheRealServiceSaysIt_andServedAgainASecondLater() {
        Tables.create(client, THINGS, 1, 1);
        useUpWrites();

        assertThatThrownBy(() -> put("one too many"))
                .isInstanceOfSatisfying(ProvisionedThroughputExceededException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.requestId()).isNotBlank();
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ProvisionedThroughputExceededException");
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(TABLE_MESSAGE);
                    assertThat(e.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-amz-crc32"))
                            .isPresent();
                });

        clock.pass(Duration.ofSeconds(1));
        put("now it goes");
    }

    @Test
    void reads_haveTheirOwnCapacity() {
        Tables.create(client, THINGS, 1, 1);
        useUpWrites();

        assertThat(get("a").hasItem()).isFalse();
    }

    @Test
    void reads_areChargedWithWhatTheyReallyRead_halfOfItWhenEventuallyConsistent() {
        Tables.create(client, THINGS, 2, 100);
        client.putItem(p -> p.tableName(THINGS).item(thing("of 25 units", 100_000)));
        changeCapacity(1, 100);

        get("of 25 units");
        clock.pass(Duration.ofSeconds(11));
        assertThatThrownBy(() -> get("of 25 units")).isInstanceOf(ProvisionedThroughputExceededException.class);

        clock.pass(Duration.ofSeconds(1));
        get("of 25 units");
    }

    @Test
    void updateTable_takesEffectAtOnce_bothWays() {
        Tables.create(client, THINGS, 40, 40);
        changeCapacity(40, 1);
        put("the one of this second");
        assertThatThrownBy(() -> put("a")).isInstanceOf(ProvisionedThroughputExceededException.class);

        changeCapacity(40, 20);
        IntStream.range(0, 20).forEach(i -> put("again " + i));
        assertThatThrownBy(() -> put("a")).isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    @Test
    void perRequestTable_isNeverThrottled() {
        Tables.createPerRequest(client, THINGS);

        IntStream.range(0, 60)
                .forEach(i -> client.putItem(p -> p.tableName(THINGS).item(thing("" + i, 100_000))));
    }

    @Test
    void batchWrite_doesWhatTheCapacityAllows_andHandsBackTheRest() {
        Tables.create(client, THINGS, 1, 1);
        useUpWrites();
        clock.pass(Duration.ofSeconds(3));

        var response = client.batchWriteItem(b -> b.requestItems(Map.of(THINGS, writes(10))));

        assertThat(response.unprocessedItems().get(THINGS)).hasSize(7);
        assertThat(client.scan(s -> s.tableName(THINGS)).items()).hasSize(3 + 1);
        assertThatThrownBy(() -> client.batchWriteItem(b -> b.requestItems(Map.of(THINGS, writes(10)))))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    @Test
    void batchGet_servesTheTableThatCan_andHandsBackTheKeysOfTheOther() {
        Tables.create(client, THINGS, 1, 1);
        Tables.create(client, "Others", 1, 1);
        useUpReads();

        var response = client.batchGetItem(b -> b.requestItems(Map.of(THINGS, keys(5), "Others", keys(5))));

        assertThat(response.unprocessedKeys()).containsOnlyKeys(THINGS);
        assertThat(response.unprocessedKeys().get(THINGS).keys()).hasSize(5);
    }

    @Test
    void transaction_isCancelledAsAWhole_andSaysWhichItemsTableWasExhausted() {
        Tables.create(client, THINGS, 1, 1);
        Tables.create(client, "Others", 1, 1);
        useUpWrites();

        assertThatThrownBy(() -> client.transactWriteItems(t -> t.transactItems(put("Others", "x"), put(THINGS, "x"))))
                .asInstanceOf(InstanceOfAssertFactories.type(TransactionCanceledException.class))
                .satisfies(e -> {
                    assertThat(e)
                            .hasMessageContaining("Transaction cancelled, please refer cancellation reasons for "
                                    + "specific reasons [None, ProvisionedThroughputExceeded]");
                    assertThat(e.cancellationReasons())
                            .extracting(CancellationReason::code)
                            .containsExactly("None", "ProvisionedThroughputExceeded");
                });
        assertThat(client.scan(s -> s.tableName("Others")).items()).isEmpty();
    }

    @Test
    void transaction_costsTwiceItsWrites() {
        Tables.create(client, THINGS, 1, 100);
        changeCapacity(1, 4);

        client.transactWriteItems(t -> t.transactItems(put(THINGS, "a"), put(THINGS, "b")));

        assertThatThrownBy(() -> put("c")).isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    @Test
    void readingTransaction_costsTwiceItsReads_andIsCancelledWhenThereAreNone() {
        Tables.create(client, THINGS, 100, 100);
        changeCapacity(2, 100);
        client.transactGetItems(t ->
                t.transactItems(i -> i.get(g -> g.tableName(THINGS).key(thing("a")))));

        assertThatThrownBy(() -> client.transactGetItems(t ->
                        t.transactItems(i -> i.get(g -> g.tableName(THINGS).key(thing("a"))))))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("ProvisionedThroughputExceeded");
        put("writes go on");
    }

    @Test
    void transactionWithAFailedCondition_costsAllTheSame() {
        Tables.create(client, THINGS, 100, 100);
        changeCapacity(100, 4);

        assertThatThrownBy(() -> client.transactWriteItems(t -> t.transactItems(
                        put(THINGS, "a"),
                        TransactWriteItem.builder()
                                .conditionCheck(c ->
                                        c.tableName(THINGS).key(thing("b")).conditionExpression("attribute_exists(id)"))
                                .build())))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("ConditionalCheckFailed");
        assertThatThrownBy(() -> put("c")).isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    @Test
    void everyPageOfAQuery_isChargedAndRefusedByItself() {
        Tables.createWithIndex(client, 100, 100);
        IntStream.range(0, 4).forEach(i -> putOwned("" + i));
        changeIndexCapacity(1);
        List<String> pages = new ArrayList<>();

        assertThatThrownBy(() -> client.queryPaginator(q -> ownedQuery(q).limit(1))
                        .forEach(page -> pages.add(page.items().get(0).get("id").s())))
                .isInstanceOf(ProvisionedThroughputExceededException.class);

        assertThat(pages).hasSize(2);
    }

    @Test
    void everyPageOfAScan_isChargedAndRefusedByItself() {
        Tables.create(client, THINGS, 100, 100);
        IntStream.range(0, 4).forEach(i -> put("" + i));
        changeCapacity(1, 100);
        List<String> pages = new ArrayList<>();

        assertThatThrownBy(() ->
                        client.scanPaginator(q -> q.tableName(THINGS).limit(1)).forEach(page -> pages.add("page")))
                .isInstanceOf(ProvisionedThroughputExceededException.class);

        assertThat(pages).hasSize(2);
    }

    @Test
    void tableThatBecomesPaidPerRequest_isNotThrottledAnyMore() {
        Tables.create(client, THINGS, 100, 100);
        changeCapacity(100, 1);
        put("the one of this second");
        assertThatThrownBy(() -> put("a")).isInstanceOf(ProvisionedThroughputExceededException.class);

        client.updateTable(u -> u.tableName(THINGS).billingMode(BillingMode.PAY_PER_REQUEST));

        IntStream.range(0, 10).forEach(i -> put("" + i));
    }

    @Test
    void queryThroughAnIndex_usesOnlyTheIndexesCapacity() {
        Tables.createWithIndex(client, 10, 10);
        putOwned("a");
        useUpReads();

        changeIndexCapacity(1);
        assertThat(owned().items()).hasSize(1);
        assertThat(owned().items()).hasSize(1);
        assertThatThrownBy(this::owned).isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    @Test
    void writeThatItsIndexCannotTake_isThrottled() {
        Tables.createWithIndex(client, 10, 10);
        changeIndexCapacity(1);
        putOwned("a");

        assertThatThrownBy(() -> putOwned("one too many"))
                .isInstanceOf(ProvisionedThroughputExceededException.class)
                .hasMessageContaining("global secondary indexes");
    }

    @Test
    void failedCondition_costsAUnit() {
        Tables.create(client, THINGS, 10, 10);
        changeCapacity(10, 1);

        assertThatThrownBy(() -> client.putItem(
                        p -> p.tableName(THINGS).item(thing("a")).conditionExpression("attribute_exists(id)")))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> put("b")).isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    @Test
    void clientIsToldOfTheCapacity_exactlyAsItAsked() {
        Tables.createWithIndex(client, 10, 10);

        assertThat(put("a").consumedCapacity()).isNull();
        var total = client.putItem(
                        p -> p.tableName(THINGS).item(thing("b")).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity();
        assertThat(total.capacityUnits()).isEqualTo(1.0);
        assertThat(total.table()).isNull();
        var indexes = client.putItem(p ->
                        p.tableName(THINGS).item(thing("c")).returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
                .consumedCapacity();
        assertThat(indexes.table().capacityUnits()).isEqualTo(1.0);
    }

    @Test
    void unknownTableAndWrongRequests_areTheEnginesToRefuse() {
        assertThatThrownBy(() -> put("a")).hasMessageContaining("Requested resource not found");
        Tables.create(client, THINGS, 1, 1);
        assertThatThrownBy(() ->
                        client.getItem(g -> g.tableName(THINGS).key(thing("a")).returnConsumedCapacity("EVERYTHING")))
                .isInstanceOfSatisfying(
                        DynamoDbException.class, e -> assertThat(e.statusCode()).isEqualTo(400));
    }

    @Test
    void tableThatIsCreatedAnew_hasItsOwnCapacity() {
        Tables.create(client, THINGS, 1, 1);
        useUpWrites();
        client.deleteTable(d -> d.tableName(THINGS));
        Tables.create(client, THINGS, 1, 1);

        put("a");
    }

    private void useUpWrites() {
        client.putItem(p -> p.tableName(THINGS).item(thing("big", BURST * 1024 - 100)));
    }

    /** A change of capacity leaves one second's worth, and the scan takes it and more. */
    private void useUpReads() {
        long write = client.describeTable(d -> d.tableName(THINGS))
                .table()
                .provisionedThroughput()
                .writeCapacityUnits();
        client.putItem(p -> p.tableName(THINGS).item(thing("big", 20_000)));
        changeCapacity(2, write);
        changeCapacity(1, write);
        client.scan(s -> s.tableName(THINGS).consistentRead(true));
    }

    private void changeIndexCapacity(long units) {
        client.updateTable(u -> u.tableName(THINGS)
                .globalSecondaryIndexUpdates(i -> i.update(x -> x.indexName(OWNERS)
                        .provisionedThroughput(p -> p.readCapacityUnits(units).writeCapacityUnits(units)))));
    }

    private void putOwned(String id) {
        client.putItem(p ->
                p.tableName(THINGS).item(Map.of("id", AttributeValue.fromS(id), "owner", AttributeValue.fromS("me"))));
    }

    private void changeCapacity(long read, long write) {
        client.updateTable(u -> u.tableName(THINGS)
                .provisionedThroughput(p -> p.readCapacityUnits(read).writeCapacityUnits(write)));
    }

    private PutItemResponse put(String id) {
        return client.putItem(p -> p.tableName(THINGS).item(thing(id)));
    }

    private GetItemResponse get(String id) {
        return client.getItem(g -> g.tableName(THINGS).key(thing(id)));
    }

    private QueryResponse owned() {
        return client.query(ThrottlingTests::ownedQuery);
    }

    private static QueryRequest.Builder ownedQuery(QueryRequest.Builder query) {
        return query.tableName(THINGS)
                .indexName(OWNERS)
                .keyConditionExpression("#o = :me")
                .expressionAttributeNames(Map.of("#o", "owner"))
                .expressionAttributeValues(Map.of(":me", AttributeValue.fromS("me")));
    }

    private static TransactWriteItem put(String table, String id) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName(table).item(thing(id)))
                .build();
    }

    private static List<WriteRequest> writes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> WriteRequest.builder()
                        .putRequest(p -> p.item(thing("w" + i)))
                        .build())
                .toList();
    }

    private static KeysAndAttributes keys(int count) {
        return KeysAndAttributes.builder()
                .keys(IntStream.range(0, count).mapToObj(i -> thing("k" + i)).toList())
                .build();
    }
}
