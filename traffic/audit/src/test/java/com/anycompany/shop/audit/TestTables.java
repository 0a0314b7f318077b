package com.anycompany.shop.audit;

import com.anycompany.capacitydb.CapacityDb;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The shop's tables in CapacityDB, with orders as the services write them, and faults as a test plants them. */
final class TestTables implements AutoCloseable {

    private final CapacityDb server = CapacityDb.startInMemory(Clock.systemUTC());
    private final DynamoDbClient client = DynamoDbClient.builder()
            .endpointOverride(server.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();

    TestTables() {
        for (String table : List.of("Orders", "Payments", "Carts")) {
            client.createTable(t -> t.tableName(table)
                    .attributeDefinitions(a -> a.attributeName("id").attributeType(ScalarAttributeType.S))
                    .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                    .billingMode(BillingMode.PAY_PER_REQUEST));
        }
    }

    URI endpoint() {
        return server.endpoint();
    }

    /** An order of two lines worth 50.10, confirmed ten minutes ago, with its key, its payment and its emptied cart. */
    void confirmedOrder(String id) {
        order(id, "CONFIRMED", Map.of("paymentId", text("pay-" + id)));
        payment(id, "CAPTURED", "50.10");
        cart("shopper-of-" + id, 4, Map.of());
    }

    void order(String id, String status, Map<String, AttributeValue> changes) {
        Map<String, AttributeValue> order = new HashMap<>(Map.of(
                "id", text(id),
                "status", text(status),
                "submission", text("key-of-" + id),
                "shopperId", text("shopper-of-" + id),
                "cartId", text("shopper-of-" + id),
                "cartVersion", number("3"),
                "total", number("50.1"),
                "lines", AttributeValue.fromL(List.of(line("24.90", "2"), line("0.10", "3"))),
                "placedAt", placedBefore(Duration.ofMinutes(10))));
        order.putAll(changes);
        put("Orders", order);
        put("Orders", Map.of("id", text("submission#key-of-" + id), "orderId", text(id)));
    }

    void payment(String orderId, String status, String amount) {
        put(
                "Payments",
                Map.of(
                        "id", text("pay-" + orderId),
                        "orderId", text(orderId),
                        "status", text(status),
                        "amount", number(amount)));
        put("Payments", Map.of("id", text("key#" + orderId), "orderId", text(orderId)));
    }

    void tombstone(String orderId) {
        put("Payments", Map.of("id", text("pay-" + orderId), "orderId", text(orderId), "status", text("VOIDED")));
    }

    void cart(String id, int version, Map<String, AttributeValue> items) {
        put(
                "Carts",
                Map.of(
                        "id", text(id),
                        "version", number(Integer.toString(version)),
                        "items", AttributeValue.fromM(items)));
    }

    void put(String table, Map<String, AttributeValue> item) {
        client.putItem(p -> p.tableName(table).item(item));
    }

    void remove(String table, String id) {
        client.deleteItem(d -> d.tableName(table).key(Map.of("id", text(id))));
    }

    void empty() {
        for (String table : List.of("Orders", "Payments", "Carts")) {
            client.scanPaginator(s -> s.tableName(table)).items().stream()
                    .toList()
                    .forEach(item -> client.deleteItem(d ->
                            d.tableName(table).key(Map.of("id", item.getOrDefault("id", text(""))))));
        }
    }

    static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue number(String number) {
        return AttributeValue.fromN(number);
    }

    static AttributeValue placedBefore(Duration ago) {
        return number(Long.toString(Instant.now().minus(ago).toEpochMilli()));
    }

    private static AttributeValue line(String price, String quantity) {
        return AttributeValue.fromM(Map.of("unitPrice", number(price), "quantity", number(quantity)));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
