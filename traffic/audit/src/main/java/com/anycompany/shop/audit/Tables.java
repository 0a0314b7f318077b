package com.anycompany.shop.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Scans the tables while the shop writes to them. Payments are read first: an order is always written before its payment, so
 * the order of each payment that is read has been written by then.
 */
final class Tables {

    private static final String SUBMISSION = "submission#";

    /** Begins the ids of items that reserve an idempotency key for an order's payment. */
    private static final String KEY = "key#";

    private final DynamoDbClient dynamoDb;

    Tables(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /**
     * All that the tables hold now.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if DynamoDB can't be read
     */
    TableContents read() {
        TableContents contents = new TableContents(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        scan("Payments", "id, orderId, #status, amount", Tables::addPayment, contents);
        scan(
                "Orders",
                "id, #status, submission, orderId, cartId, cartVersion, #total, #lines, paymentId, placedAt, todo",
                Tables::addOrder,
                contents);
        scan("Carts", "id, version, #items", Tables::addCart, contents);
        return contents;
    }

    private void scan(String table, String attributes, Entry entry, TableContents contents) {
        dynamoDb.scanPaginator(s -> s.tableName(table)
                        .consistentRead(true)
                        .projectionExpression(attributes)
                        .expressionAttributeNames(placeholders(attributes)))
                .items()
                .forEach(attributesOfItem -> {
                    Item item = new Item(attributesOfItem);
                    try {
                        entry.add(item, contents);
                    } catch (Item.Unreadable e) {
                        contents.unreadable().add(table + " " + item.optionalText("id") + ": " + e.getMessage());
                    }
                });
    }

    private static void addPayment(Item item, TableContents contents) throws Item.Unreadable {
        if (item.text("id").startsWith(KEY)) {
            return;
        }
        contents.payments()
                .add(new TableContents.Payment(
                        item.text("id"), item.text("orderId"), item.text("status"), item.optionalNumber("amount")));
    }

    private static void addOrder(Item item, TableContents contents) throws Item.Unreadable {
        String id = item.text("id");
        if (item.has("status")) {
            contents.orders()
                    .add(new TableContents.Order(
                            id,
                            item.text("status"),
                            item.optionalText("submission"),
                            item.text("cartId"),
                            item.number("cartVersion").longValue(),
                            item.number("total"),
                            item.sumOfLines(),
                            item.optionalText("paymentId"),
                            Instant.ofEpochMilli(item.number("placedAt").longValue()),
                            item.has("todo")));
        } else if (id.startsWith(SUBMISSION)) {
            contents.submissions()
                    .add(new TableContents.Submission(id.substring(SUBMISSION.length()), item.optionalText("orderId")));
        }
    }

    private static void addCart(Item item, TableContents contents) throws Item.Unreadable {
        contents.carts()
                .add(new TableContents.Cart(
                        item.text("id"), item.number("version").longValue(), item.entries("items")));
    }

    /** Converts an item and adds it to the list of its kind. */
    private interface Entry {
        void add(Item item, TableContents contents) throws Item.Unreadable;
    }

    /** Placeholders for names that are reserved words of DynamoDB. */
    private static Map<String, String> placeholders(String attributes) {
        return Arrays.stream(attributes.split(", "))
                .filter(name -> name.startsWith("#"))
                .collect(Collectors.toMap(name -> name, name -> name.substring(1)));
    }
}
