package com.anycompany.shop.order.checkout;

import static com.anycompany.service.spring.dynamodb.Attributes.text;

import com.anycompany.service.spring.dynamodb.ItemReader;
import com.anycompany.service.spring.dynamodb.ItemWriter;
import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.Order.CartVersion;
import com.anycompany.shop.order.order.OrderId;
import com.anycompany.shop.order.order.Orders;
import com.anycompany.shop.order.order.OrdersTable;
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
 * Repository of submissions: one item for each key, and one for each version of a cart that is bought. Both are written with
 * the order, in one transaction, so that neither a form sent twice nor two forms for the same cart make two orders.
 *
 * <p>A key may also be withdrawn, by an item without an order: a request with that key that arrives later places nothing.
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

    /**
     * The order that was placed with this key, if any; a problem if the key is withdrawn, or was used for something else.
     *
     * @param fingerprint that of the submission
     */
    Optional<Order> orderOf(SubmissionKey key, String fingerprint) {
        return placedWith(key).flatMap(item -> {
            if (!item.text("fingerprint").equals(fingerprint)) {
                throw CheckoutProblems.keyReused();
            }
            return orderNamedBy(item);
        });
    }

    /** The order that was placed with this key, if any; a problem if the key is withdrawn. */
    Optional<Order> orderOf(SubmissionKey key) {
        return placedWith(key).flatMap(this::orderNamedBy);
    }

    private Optional<ItemReader> placedWith(SubmissionKey key) {
        Optional<ItemReader> item = item(key);
        if (item.isPresent() && !item.get().has(ORDER)) {
            throw CheckoutProblems.withdrawn();
        }
        return item;
    }

    /** Ensures that this key never places an order; returns the one that it has placed already, if any. */
    Optional<Order> withdraw(SubmissionKey key) {
        try {
            dynamoDb.putItem(p -> p.tableName(OrdersTable.NAME)
                    .item(expiring(itemId(key)).item())
                    .conditionExpression("attribute_not_exists(id)"));
            return Optional.empty();
        } catch (ConditionalCheckFailedException e) {
            return item(key).filter(item -> item.has(ORDER)).flatMap(this::orderNamedBy);
        }
    }

    /** The latest order for the very version of the cart that this one is for. */
    Optional<Order> buyerOfCart(Order order) {
        return orders.item(itemId(order.cart())).map(ItemReader::of).flatMap(this::orderNamedBy);
    }

    /**
     * Writes the pending order; false where its key is taken, or its cart is bought by another order than {@code failed}.
     *
     * @param failed the declined or cancelled order that bought the same cart before, if any
     */
    boolean place(Order order, SubmissionKey submitted, String fingerprint, @Nullable OrderId failed) {
        String orderId = order.id().value();
        Map<String, AttributeValue> item =
                orders.open(order).text("submission", submitted.toString()).item();
        Map<String, AttributeValue> key = expiring(itemId(submitted))
                .text(ORDER, orderId)
                .text("fingerprint", fingerprint)
                .item();
        Map<String, AttributeValue> cart =
                expiring(itemId(order.cart())).text(ORDER, orderId).item();
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

    private Optional<ItemReader> item(SubmissionKey key) {
        return orders.item(itemId(key)).map(ItemReader::of);
    }

    private Optional<Order> orderNamedBy(ItemReader item) {
        return orders.find(new OrderId(item.text(ORDER)));
    }

    private static boolean isConditionOrConflict(CancellationReason reason) {
        return List.of("ConditionalCheckFailed", "TransactionConflict").contains(String.valueOf(reason.code()));
    }

    private static TransactWriteItem putNew(Map<String, AttributeValue> item) {
        return put(p -> p.item(item).conditionExpression("attribute_not_exists(id)"));
    }

    private static TransactWriteItem putCart(Map<String, AttributeValue> cart, @Nullable OrderId failed) {
        return failed == null
                ? putNew(cart)
                : put(p -> p.item(cart)
                        .conditionExpression("attribute_not_exists(id) OR orderId = :failed")
                        .expressionAttributeValues(Map.of(":failed", text(failed.value()))));
    }

    private static TransactWriteItem put(Consumer<Put.Builder> details) {
        Put.Builder put = Put.builder().tableName(OrdersTable.NAME);
        details.accept(put);
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private ItemWriter expiring(String id) {
        return new ItemWriter()
                .text("id", id)
                .seconds("expiresAt", clock.instant().plus(KEPT));
    }

    private static String itemId(SubmissionKey key) {
        return "submission#" + key;
    }

    private static String itemId(CartVersion cart) {
        return "cart#" + cart.id() + "@" + cart.version();
    }
}
