package com.anycompany.shop.order.checkout;

import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.OrderItem;
import com.anycompany.shop.order.order.Orders;
import com.anycompany.shop.order.order.OrdersTable;
import com.anycompany.shop.order.order.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Who submitted what: one item for each key, and one for each version of a cart that is bought. Both are written with the
 * order, in one transaction, so that neither a form sent twice nor two forms for the same cart make two orders.
 *
 * <p>A key may also be withdrawn, by an item without an order: whatever still travels under that key then places nothing.
 */
@Component
class Submissions {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String ORDER = "orderId";

    private final DynamoDbClient dynamoDb;
    private final Orders orders;
    private final Clock clock;

    Submissions(DynamoDbClient dynamoDb, Orders orders, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.orders = orders;
        this.clock = clock;
    }

    /** The order that this submission placed, if any; a problem if its key is withdrawn, or was used for something else. */
    Optional<Order> orderOf(SubmissionKey submission) {
        return orders.item(keyId(submission.key())).flatMap(item -> {
            if (!item.containsKey(ORDER)) {
                throw Problem.withdrawn();
            }
            if (!OrderItem.required(item, "fingerprint").s().equals(submission.fingerprint())) {
                throw Problem.keyReused();
            }
            return orderNamedBy(item);
        });
    }

    /** The order that the shopper placed with this key, if any; a problem if the key is withdrawn. */
    Optional<Order> orderOf(String key, String shopperId) {
        return orders.item(keyId(key)).flatMap(item -> {
            if (!item.containsKey(ORDER)) {
                throw Problem.withdrawn();
            }
            return orderNamedBy(item).filter(order -> order.shopperId().equals(shopperId));
        });
    }

    /** Sees to it that this key never places an order; answers the one that it has placed already, if any. */
    Optional<Order> withdraw(String key, String shopperId) {
        try {
            dynamoDb.putItem(p -> p.tableName(OrdersTable.NAME)
                    .item(Map.of("id", OrderItem.text(keyId(key)), "expiresAt", expiry()))
                    .conditionExpression("attribute_not_exists(id)"));
            return Optional.empty();
        } catch (ConditionalCheckFailedException e) {
            return orders.item(keyId(key))
                    .filter(item -> item.containsKey(ORDER))
                    .flatMap(this::orderNamedBy)
                    .filter(order -> order.shopperId().equals(shopperId));
        }
    }

    /** The latest order for the very version of the cart that this one is for. */
    Optional<Order> buyerOfCart(Order order) {
        return orders.item(cartId(order)).flatMap(this::orderNamedBy);
    }

    /**
     * Writes the pending order; false where its key is taken, or its cart is bought by another order than {@code failed}.
     *
     * @param failed the declined or cancelled order that bought the same cart before, if any
     */
    boolean place(Order order, SubmissionKey submission, @Nullable String failed) {
        Map<String, AttributeValue> item = orders.open(order);
        item.put("submission", OrderItem.text(submission.key()));
        Map<String, AttributeValue> key = Map.of(
                "id",
                OrderItem.text(keyId(submission.key())),
                ORDER,
                OrderItem.text(order.id()),
                "fingerprint",
                OrderItem.text(submission.fingerprint()),
                "expiresAt",
                expiry());
        Map<String, AttributeValue> cart =
                Map.of("id", OrderItem.text(cartId(order)), ORDER, OrderItem.text(order.id()), "expiresAt", expiry());
        try {
            dynamoDb.transactWriteItems(t -> t.transactItems(putNew(key), putNew(item), putCart(cart, failed)));
            return true;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().anyMatch(Submissions::isConditionOrConflict)) {
                return false;
            }
            throw e;
        }
    }

    private Optional<Order> orderNamedBy(Map<String, AttributeValue> item) {
        return orders.find(OrderItem.required(item, ORDER).s());
    }

    private static boolean isConditionOrConflict(CancellationReason reason) {
        return List.of("ConditionalCheckFailed", "TransactionConflict").contains(String.valueOf(reason.code()));
    }

    private static TransactWriteItem putNew(Map<String, AttributeValue> item) {
        return put(p -> p.item(item).conditionExpression("attribute_not_exists(id)"));
    }

    private static TransactWriteItem putCart(Map<String, AttributeValue> cart, @Nullable String failed) {
        return failed == null
                ? putNew(cart)
                : put(p -> p.item(cart)
                        .conditionExpression("attribute_not_exists(id) OR orderId = :failed")
                        .expressionAttributeValues(Map.of(":failed", OrderItem.text(failed))));
    }

    private static TransactWriteItem put(Consumer<Put.Builder> what) {
        Put.Builder put = Put.builder().tableName(OrdersTable.NAME);
        what.accept(put);
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private AttributeValue expiry() {
        return OrderItem.number(clock.instant().plus(KEPT).getEpochSecond());
    }

    private static String keyId(String key) {
        return "submission#" + key;
    }

    private static String cartId(Order order) {
        return "cart#" + order.cartId() + "@" + order.cartVersion();
    }
}
