package com.anycompany.shop.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Reads the books from DynamoDB, page by page, while the shop goes on writing. Payments come first: an order is always
 * written before its payment, so no payment is seen without its order because the order came a moment later.
 */
final class Tables {

    private static final String SUBMISSION = "submission#";

    private final DynamoDbClient dynamoDb;

    Tables(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /**
     * All that the tables hold now.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if DynamoDB can't be read
     */
    Books read() {
        Books books = new Books(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        scan("Payments", "id, orderId, #status, amount", Tables::addPayment, books);
        scan(
                "Orders",
                "id, #status, submission, orderId, cartId, cartVersion, #total, #lines, paymentId, placedAt, todo",
                Tables::addOrder,
                books);
        scan("Carts", "id, version, #items", Tables::addCart, books);
        return books;
    }

    private void scan(String table, String attributes, Entry entry, Books books) {
        dynamoDb.scanPaginator(s -> s.tableName(table)
                        .consistentRead(true)
                        .projectionExpression(attributes)
                        .expressionAttributeNames(placeholders(attributes)))
                .items()
                .forEach(attributesOfItem -> {
                    Item item = new Item(attributesOfItem);
                    try {
                        entry.add(item, books);
                    } catch (Item.Unreadable e) {
                        books.unreadable().add(table + " " + item.optionalText("id") + ": " + e.getMessage());
                    }
                });
    }

    private static void addPayment(Item item, Books books) throws Item.Unreadable {
        books.payments()
                .add(new Books.Payment(
                        item.text("id"), item.text("orderId"), item.text("status"), item.optionalNumber("amount")));
    }

    private static void addOrder(Item item, Books books) throws Item.Unreadable {
        String id = item.text("id");
        if (item.has("status")) {
            books.orders()
                    .add(new Books.Order(
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
            books.submissions()
                    .add(new Books.Submission(id.substring(SUBMISSION.length()), item.optionalText("orderId")));
        }
    }

    private static void addCart(Item item, Books books) throws Item.Unreadable {
        books.carts().add(new Books.Cart(item.text("id"), item.number("version").longValue(), item.entries("items")));
    }

    /** Files an item under what it is. */
    private interface Entry {
        void add(Item item, Books books) throws Item.Unreadable;
    }

    /** Placeholders for names that are words of DynamoDB's own. */
    private static Map<String, String> placeholders(String attributes) {
        return Arrays.stream(attributes.split(", "))
                .filter(name -> name.startsWith("#"))
                .collect(Collectors.toMap(name -> name, name -> name.substring(1)));
    }
}
