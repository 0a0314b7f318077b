package com.anycompany.shop.order.order;

import static com.anycompany.service.spring.dynamodb.Attributes.number;
import static com.anycompany.service.spring.dynamodb.Attributes.text;

import com.anycompany.service.spring.dynamodb.ItemReader;
import com.anycompany.service.spring.dynamodb.ItemWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Repository of orders. Each verb ({@code markPaid}, …) is one conditional write that names the state it starts from, and
 * returns empty where the order isn't in that state any more (docs/adr/008-checkout-state-machine.md).
 *
 * <p>An order with something left to do has the attributes {@code todo} and {@code dueAt}: from then on any replica may take
 * it up, with {@link #takeUp}.
 */
@Component
@EnableConfigurationProperties(SettlementProperties.class)
public class Orders {

    /** How many orders a history has. */
    static final int HISTORY = 50;

    private static final int BATCH = 25;
    private static final AttributeValue OPEN = text("open");

    private final DynamoDbClient dynamoDb;
    private final SettlementProperties settlement;
    private final Clock clock;

    public Orders(DynamoDbClient dynamoDb, SettlementProperties settlement, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.settlement = settlement;
        this.clock = clock;
    }

    public Optional<Order> find(OrderId id) {
        return item(id.value()).map(OrderItem::read);
    }

    /** The shopper's orders, newest first. */
    public List<Order> ofShopper(ShopperId shopper) {
        return dynamoDb
                .query(q -> q.tableName(OrdersTable.NAME)
                        .indexName(OrdersTable.BY_SHOPPER)
                        .keyConditionExpression("shopperId = :shopper")
                        .expressionAttributeValues(Map.of(":shopper", text(shopper.value())))
                        .scanIndexForward(false)
                        .limit(HISTORY))
                .items()
                .stream()
                .map(OrderItem::read)
                .toList();
    }

    /** The item of a new order: it has all of its steps to do. */
    public ItemWriter open(Order order) {
        return OrderItem.write(order).attribute("todo", OPEN).attribute("dueAt", after(settlement.after()));
    }

    public Optional<Order> markPaid(OrderId id, PaymentReference payment) {
        return change(
                id,
                OrderStatus.PENDING,
                setPayment("SET #status = :confirmed, dueAt = :due", payment),
                withPayment(
                        payment,
                        Map.of(
                                ":confirmed", text(OrderStatus.CONFIRMED.name()),
                                ":due", after(settlement.after()))));
    }

    /** Declines the order; there is no payment where the payment details were invalid. */
    public Optional<Order> markDeclined(OrderId id, @Nullable PaymentReference payment, String reason) {
        return change(
                id,
                OrderStatus.PENDING,
                setPayment("SET #status = :declined, reason = :reason", payment) + " REMOVE todo, dueAt",
                withPayment(
                        payment,
                        Map.of(
                                ":declined", text(OrderStatus.DECLINED.name()),
                                ":reason", text(reason))));
    }

    /** Decides that this order will never be confirmed; only then may its payment be voided. */
    public Optional<Order> markCancelling(OrderId id, String reason) {
        return change(
                id,
                OrderStatus.PENDING,
                "SET #status = :cancelling, reason = :reason",
                Map.of(
                        ":cancelling", text(OrderStatus.CANCELLING.name()),
                        ":reason", text(reason)));
    }

    public Optional<Order> markCancelled(OrderId id) {
        return change(
                id,
                OrderStatus.CANCELLING,
                "SET #status = :cancelled REMOVE todo, dueAt",
                Map.of(":cancelled", text(OrderStatus.CANCELLED.name())));
    }

    /** Records that the cart is emptied and the basket told. */
    public Optional<Order> markFollowedUp(OrderId id) {
        return change(id, OrderStatus.CONFIRMED, "REMOVE todo, dueAt", Map.of());
    }

    /** The orders that may be taken up now, longest due first. */
    public List<Due> due() {
        return dynamoDb
                .query(q -> q.tableName(OrdersTable.NAME)
                        .indexName(OrdersTable.OPEN)
                        .keyConditionExpression("todo = :open AND dueAt <= :now")
                        .expressionAttributeValues(Map.of(
                                ":open", OPEN, ":now", number(clock.instant().toEpochMilli())))
                        .limit(BATCH))
                .items()
                .stream()
                .map(ItemReader::of)
                .map(item -> new Due(new OrderId(item.text("id")), item.number("dueAt")))
                .toList();
    }

    /** Takes the order up for a while; empty where another replica was faster, or nothing is left to do. */
    public Optional<Order> takeUp(Due due, int tries) {
        return attempt(
                due.id(),
                "SET dueAt = :next ADD tries :one",
                "dueAt = :seen",
                Map.of(
                        ":next", after(settlement.pause(tries)),
                        ":one", number(1),
                        ":seen", number(due.dueAt())));
    }

    /** Defers an order that can't be read, so that it doesn't block others. */
    public void postpone(Due due) {
        try {
            dynamoDb.updateItem(u -> u.tableName(OrdersTable.NAME)
                    .key(key(due.id().value()))
                    .updateExpression("SET dueAt = :next")
                    .conditionExpression("dueAt = :seen")
                    .expressionAttributeValues(
                            Map.of(":next", after(settlement.longestPause()), ":seen", number(due.dueAt()))));
        } catch (ConditionalCheckFailedException e) {
            // Another replica did.
        }
    }

    private static String setPayment(String update, @Nullable PaymentReference payment) {
        String set = payment == null ? update : update + ", paymentId = :payment";
        return payment == null || payment.last4() == null ? set : set + ", last4 = :last4";
    }

    private static Map<String, AttributeValue> withPayment(
            @Nullable PaymentReference payment, Map<String, AttributeValue> arguments) {
        Map<String, AttributeValue> values = new HashMap<>(arguments);
        if (payment != null) {
            values.put(":payment", text(payment.id().value()));
            if (payment.last4() != null) {
                values.put(":last4", text(payment.last4()));
            }
        }
        return values;
    }

    private Optional<Order> change(OrderId id, OrderStatus from, String update, Map<String, AttributeValue> arguments) {
        Map<String, AttributeValue> values = new HashMap<>(arguments);
        values.put(":from", text(from.name()));
        return attempt(id, update, "#status = :from", values);
    }

    private Optional<Order> attempt(OrderId id, String update, String condition, Map<String, AttributeValue> values) {
        try {
            return Optional.of(OrderItem.read(dynamoDb.updateItem(u -> {
                        u.tableName(OrdersTable.NAME)
                                .key(key(id.value()))
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

    /** The item with this key, read consistently. */
    public Optional<Map<String, AttributeValue>> item(String id) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        g -> g.tableName(OrdersTable.NAME).key(key(id)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    private AttributeValue after(Duration pause) {
        return number(clock.instant().plus(pause).toEpochMilli());
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", text(id));
    }

    /** Order that may be taken up, and the due time by which it was found. */
    public record Due(OrderId id, long dueAt) {}
}
