package com.anycompany.capacitydb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.capacitydb.CapacityDb;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.Page;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The asynchronous and the enhanced client of the AWS SDK for Java; the synchronous one is in the other tests. */
class SdkClientTests {

    private final CapacityDb dynamoDb = CapacityDb.startInMemory(Clock.systemUTC());

    @AfterEach
    void close() {
        dynamoDb.close();
    }

    @Test
    void asynchronousClient_putsManyItemsAtOnce_andReadsThemInPages() {
        try (DynamoDbAsyncClient client = DynamoDbAsyncClient.builder()
                .endpointOverride(dynamoDb.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials())
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().maxConcurrency(20))
                .build()) {
            client.createTable(c -> c.tableName("Things")
                            .attributeDefinitions(
                                    a -> a.attributeName("p").attributeType(ScalarAttributeType.S),
                                    a -> a.attributeName("s").attributeType(ScalarAttributeType.N))
                            .keySchema(
                                    k -> k.attributeName("p").keyType(KeyType.HASH),
                                    k -> k.attributeName("s").keyType(KeyType.RANGE))
                            .billingMode("PAY_PER_REQUEST"))
                    .join();
            List<CompletableFuture<PutItemResponse>> puts = IntStream.range(0, 200)
                    .mapToObj(sort -> client.putItem(p -> p.tableName("Things").item(key(sort))))
                    .toList();
            puts.forEach(CompletableFuture::join);

            assertThat(client.queryPaginator(q -> q.tableName("Things")
                                    .keyConditionExpression("p = :p")
                                    .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("a")))
                                    .limit(30))
                            .items()
                            .map(item -> Integer.valueOf(item.get("s").n()))
                            .buffer(1000))
                    .isNotNull()
                    .satisfies(items -> items.subscribe(all -> assertThat(all)
                                    .isEqualTo(IntStream.range(0, 200).boxed().toList()))
                            .join());
            assertThatThrownBy(() -> client.transactWriteItems(t -> t.transactItems(i -> i.conditionCheck(c ->
                                    c.tableName("Things").key(key(999)).conditionExpression("attribute_exists(p)"))))
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            TransactionCanceledException.class,
                            e -> assertThat(e.cancellationReasons().get(0).code())
                                    .isEqualTo("ConditionalCheckFailed"));
        }
    }

    @Test
    void enhancedClient_mapsItems() {
        try (DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(dynamoDb.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            DynamoDbTable<Note> notes = DynamoDbEnhancedClient.builder()
                    .dynamoDbClient(client)
                    .build()
                    .table("Notes", Note.SCHEMA);
            notes.createTable();
            client.waiter().waitUntilTableExists(d -> d.tableName("Notes"));
            notes.putItem(new Note("ann", 1, "first"));
            notes.putItem(new Note("ann", 2, "second"));
            notes.updateItem(new Note("ann", 2, "changed"));
            Note again = new Note("ann", 1, "again");

            assertThat(notes.getItem(Key.builder()
                                    .partitionValue("ann")
                                    .sortValue(2)
                                    .build())
                            .text)
                    .isEqualTo("changed");
            assertThat(
                            notes
                                    .query(QueryConditional.sortGreaterThan(
                                            k -> k.partitionValue("ann").sortValue(0)))
                                    .items()
                                    .stream()
                                    .map(note -> note.text))
                    .containsExactly("first", "changed");
            assertThat(notes.index("ByText").query(QueryConditional.keyEqualTo(k -> k.partitionValue("first"))).stream()
                            .map(Page::items)
                            .flatMap(List::stream)
                            .map(note -> note.number))
                    .containsExactly(1);
            assertThatThrownBy(() -> notes.putItem(p -> p.item(again)
                            .conditionExpression(Expression.builder()
                                    .expression("attribute_not_exists(author)")
                                    .build())))
                    .isInstanceOf(ConditionalCheckFailedException.class);
        }
    }

    private static Map<String, AttributeValue> key(int sort) {
        return Map.of("p", AttributeValue.fromS("a"), "s", AttributeValue.fromN("" + sort));
    }

    private static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    }

    /** An item that the enhanced client maps. */
    static final class Note {

        private static final TableSchema<Note> SCHEMA = StaticTableSchema.builder(Note.class)
                .newItemSupplier(() -> new Note("", 0, ""))
                .addAttribute(
                        String.class,
                        a -> a.name("author")
                                .getter(note -> note.author)
                                .setter((note, author) -> note.author = author)
                                .tags(StaticAttributeTags.primaryPartitionKey()))
                .addAttribute(
                        Integer.class,
                        a -> a.name("number")
                                .getter(note -> note.number)
                                .setter((note, number) -> note.number = number)
                                .tags(StaticAttributeTags.primarySortKey()))
                .addAttribute(
                        String.class,
                        a -> a.name("text")
                                .getter(note -> note.text)
                                .setter((note, text) -> note.text = text)
                                .tags(StaticAttributeTags.secondaryPartitionKey("ByText")))
                .build();

        private String author;
        private int number;
        private String text;

        Note(String author, int number, String text) {
            this.author = author;
            this.number = number;
            this.text = text;
        }
    }
}
