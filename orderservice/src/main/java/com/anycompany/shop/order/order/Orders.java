package com.anycompany.shop.order.order;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * All orders. Each verb ({@code markPaid}, …) is one conditional write that names the state it starts from, and answers
 * empty where the order isn't in that state any more.
 *
 * <p>An order with something left to do carries {@code todo}, and {@code dueAt}: from then on it may be taken up by
 * anybody, with {@link #takeUp}.
 */
@Component
@EnableConfigurationProperties(SettlementProperties.class)
public class Orders {

    private static final int HISTORY = 50;
    private static final int BATCH = 25;
    private static final AttributeValue OPEN = AttributeValue.fromS("open");

    private final DynamoDbClient dynamoDb;
    private final SettlementProperties settlement;
    private final Clock clock;

    public Orders(DynamoDbClient dynamoDb, SettlementProperties settlement, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.settlement = settlement;
        this.clock = clock;
    }

    public Optional<Order> find(String id) {
        return item(id).filter(item -> item.containsKey("status")).map(OrderItem::read);
    }

    /** The shopper's orders, newest first. */
    public List<Order> ofShopper(String shopperId) {
        return dynamoDb
                .query(q -> q.tableName(OrdersTable.NAME)
                        .indexName(OrdersTable.BY_SHOPPER)
                        .keyConditionExpression("shopperId = :shopper")
                        .expressionAttributeValues(Map.of(":shopper", OrderItem.text(shopperId)))
                        .scanIndexForward(false)
                        .limit(HISTORY))
                .items()
                .stream()
                .map(OrderItem::read)
                .toList();
    }

    /** A new order as it lies in the table: with all that is still to be done. */
    public Map<String, AttributeValue> open(Order order) {
        Map<String, AttributeValue> item = OrderItem.write(order);
        item.put("todo", OPEN);
        item.put("dueAt", OrderItem.instant(now().plus(settlement.after())));
        return item;
    }

    public Optional<Order> markPaid(String id, String paymentId) {
        return change(
                id,
                OrderStatus.PENDING,
                "SET #status = :confirmed, paymentId = :payment, dueAt = :due",
                Map.of(
                        ":confirmed", OrderItem.text(OrderStatus.CONFIRMED.name()),
                        ":payment", OrderItem.text(paymentId),
                        ":due", OrderItem.instant(now().plus(settlement.after()))));
    }

    public Optional<Order> markDeclined(String id, String paymentId, String reason) {
        return change(
                id,
                OrderStatus.PENDING,
                "SET #status = :declined, paymentId = :payment, reason = :reason REMOVE todo, dueAt",
                Map.of(
                        ":declined", OrderItem.text(OrderStatus.DECLINED.name()),
                        ":payment", OrderItem.text(paymentId),
                        ":reason", OrderItem.text(reason)));
    }

    /** Decides that this order will never be confirmed; only then may its payment be voided. */
    public Optional<Order> markCancelling(String id, String reason) {
        return change(
                id,
                OrderStatus.PENDING,
                "SET #status = :cancelling, reason = :reason",
                Map.of(
                        ":cancelling", OrderItem.text(OrderStatus.CANCELLING.name()),
                        ":reason", OrderItem.text(reason)));
    }

    public Optional<Order> markCancelled(String id) {
        return change(
                id,
                OrderStatus.CANCELLING,
                "SET #status = :cancelled REMOVE todo, dueAt",
                Map.of(":cancelled", OrderItem.text(OrderStatus.CANCELLED.name())));
    }

    /** Notes that the cart is emptied and the basket told. */
    public Optional<Order> markFollowedUp(String id) {
        return change(id, OrderStatus.CONFIRMED, "REMOVE todo, dueAt", Map.of());
    }

    /** The orders that may be taken up now, longest due first. */
    public List<Due> due() {
        return dynamoDb
                .query(q -> q.tableName(OrdersTable.NAME)
                        .indexName(OrdersTable.OPEN)
                        .keyConditionExpression("todo = :open AND dueAt <= :now")
                        .expressionAttributeValues(Map.of(":open", OPEN, ":now", OrderItem.instant(now())))
                        .limit(BATCH))
                .items()
                .stream()
                .map(item -> new Due(
                        OrderItem.required(item, "id").s(),
                        Long.parseLong(OrderItem.required(item, "dueAt").n())))
                .toList();
    }

    /** Takes the order up for a while; empty where another replica was faster, or nothing is left to do. */
    public Optional<Order> takeUp(Due due, int tries) {
        return attempt(
                due.id(),
                "SET dueAt = :next ADD tries :one",
                "dueAt = :seen",
                Map.of(
                        ":next", OrderItem.instant(now().plus(settlement.pause(tries))),
                        ":one", OrderItem.number(1),
                        ":seen", OrderItem.number(due.dueAt())));
    }

    /** Puts off an order that nobody can read, so that it doesn't stand in the way of others. */
    public void postpone(Due due) {
        try {
            dynamoDb.updateItem(u -> u.tableName(OrdersTable.NAME)
                    .key(key(due.id()))
                    .updateExpression("SET dueAt = :next")
                    .conditionExpression("dueAt = :seen")
                    .expressionAttributeValues(Map.of(
                            ":next", OrderItem.instant(now().plus(settlement.longestPause())),
                            ":seen", OrderItem.number(due.dueAt()))));
        } catch (ConditionalCheckFailedException e) {
            // Another replica did.
        }
    }

    private Optional<Order> change(String id, OrderStatus from, String update, Map<String, AttributeValue> arguments) {
        Map<String, AttributeValue> values = new HashMap<>(arguments);
        values.put(":from", OrderItem.text(from.name()));
        return attempt(id, update, "#status = :from", values);
    }

    private Optional<Order> attempt(String id, String update, String condition, Map<String, AttributeValue> values) {
        try {
            return Optional.of(OrderItem.read(dynamoDb.updateItem(u -> {
                        u.tableName(OrdersTable.NAME)
                                .key(key(id))
                                .updateExpression(update)
                                .conditionExpression(condition)
                                .expressionAttributeValues(values)
                                .returnValues(ReturnValue.ALL_NEW);
                        if (condition.contains("#status")) {
                            u.expressionAttributeNames(Map.of("#status", "status"));
                        }
                    })
                    .attributes()));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    /** Whatever lies under this id, as it is now. */
    public Optional<Map<String, AttributeValue>> item(String id) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        g -> g.tableName(OrdersTable.NAME).key(key(id)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    private Instant now() {
        return clock.instant();
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", OrderItem.text(id));
    }

    /** An order that may be taken up, and the due time by which it was found. */
    public record Due(String id, long dueAt) {}
}
