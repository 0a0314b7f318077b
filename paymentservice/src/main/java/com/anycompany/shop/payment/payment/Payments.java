package com.anycompany.shop.payment.payment;

import static com.anycompany.service.spring.dynamodb.Attributes.number;
import static com.anycompany.service.spring.dynamodb.Attributes.text;

import com.anycompany.service.spring.dynamodb.ItemWriter;
import com.anycompany.shop.payment.payment.Payment.Attempt;
import com.anycompany.shop.payment.payment.Payment.Charge;
import com.anycompany.xray.spring.Traced;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Repository of payments. Every change of state is a conditional write that names the state it starts from and the attempt
 * that makes it; it returns empty where another request was faster.
 */
@Component
class Payments {

    /** Longer than any processor call: only an attempt whose process died exceeds it. */
    private static final Duration LEASE = Duration.ofSeconds(5);

    private static final String MINE = "#status = :authorizing AND attempt = :attempt";

    private final DynamoDbClient dynamoDb;
    private final Clock clock;

    Payments(DynamoDbClient dynamoDb, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.clock = clock;
    }

    Optional<Payment> find(PaymentId id) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        g -> g.tableName(PaymentsTable.NAME).key(key(id)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(PaymentItem.read(item));
    }

    /** Reserves the key for this order; false if it is another order's. The reservation is kept as long as the payment. */
    boolean claim(IdempotencyKey key, OrderId order) {
        String id = "key#" + key;
        try {
            dynamoDb.putItem(p -> p.tableName(PaymentsTable.NAME)
                    .item(new ItemWriter()
                            .text("id", id)
                            .text("orderId", order.value())
                            .item())
                    .conditionExpression("attribute_not_exists(id) OR orderId = :order")
                    .expressionAttributeValues(Map.of(":order", text(order.value()))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** Begins the order's payment, unless it has one. */
    Optional<Payment> begin(PaymentRequest request, IdempotencyKey key) {
        Charge charge = Charge.of(request, key);
        Attempt attempt = new Attempt(UUID.randomUUID().toString(), now().plus(LEASE));
        Payment payment = Payment.authorizing(request.order(), charge, attempt);
        try {
            dynamoDb.putItem(p -> p.tableName(PaymentsTable.NAME)
                    .item(PaymentItem.write(payment, charge, attempt))
                    .conditionExpression("attribute_not_exists(id)"));
            return Optional.of(payment);
        } catch (ConditionalCheckFailedException e) {
            // It may be this very attempt, where DynamoDB's first response was lost.
            return find(payment.id())
                    .filter(known ->
                            known.attempt() != null && known.attempt().id().equals(attempt.id()));
        }
    }

    boolean isUnderWay(Payment payment) {
        return payment.leaseUntil().isAfter(now());
    }

    /** Takes up a payment whose last attempt died, or got no verdict from the processor. */
    Optional<Payment> takeUp(Payment abandoned) {
        return change(
                abandoned,
                "SET attempt = :next, leaseUntil = :lease",
                MINE + " AND leaseUntil = :seen",
                Map.of(
                        ":next", text(UUID.randomUUID().toString()),
                        ":lease", millis(now().plus(LEASE)),
                        ":seen", millis(abandoned.leaseUntil())));
    }

    /** Ends the lease, so that a repeated request may take the payment up at once. */
    void release(Payment mine) {
        change(mine, "SET leaseUntil = :past", MINE, Map.of(":past", millis(Instant.EPOCH)));
    }

    @Traced
    public Optional<Payment> capture(Payment mine) {
        return change(
                mine,
                "SET #status = :captured, capturedAt = :now",
                MINE,
                Map.of(
                        ":captured", text(PaymentStatus.CAPTURED.name()),
                        ":now", millis(now())));
    }

    Optional<Payment> decline(Payment mine, String reason) {
        return change(
                mine,
                "SET #status = :declined, reason = :reason",
                MINE,
                Map.of(
                        ":declined", text(PaymentStatus.DECLINED.name()),
                        ":reason", text(reason)));
    }

    /** From now on the order has no captured payment. There is no condition, since this is right in every state. */
    @Traced
    public Payment markVoided(OrderId order) {
        return PaymentItem.read(dynamoDb.updateItem(u -> u.tableName(PaymentsTable.NAME)
                        .key(key(PaymentId.of(order)))
                        .updateExpression("SET #status = :voided, orderId = :order,"
                                + " voidedAt = if_not_exists(voidedAt, :now)")
                        .expressionAttributeNames(Map.of("#status", "status"))
                        .expressionAttributeValues(Map.of(
                                ":voided", text(PaymentStatus.VOIDED.name()),
                                ":order", text(order.value()),
                                ":now", millis(now())))
                        .returnValues(ReturnValue.ALL_NEW))
                .attributes());
    }

    private Optional<Payment> change(
            Payment mine, String update, String condition, Map<String, AttributeValue> arguments) {
        Map<String, AttributeValue> values = new HashMap<>(arguments);
        values.put(":authorizing", text(PaymentStatus.AUTHORIZING.name()));
        values.put(":attempt", text(mine.attempt() == null ? "" : mine.attempt().id()));
        try {
            return Optional.of(PaymentItem.read(dynamoDb.updateItem(u -> u.tableName(PaymentsTable.NAME)
                            .key(key(mine.id()))
                            .updateExpression(update)
                            .conditionExpression(condition)
                            .expressionAttributeNames(Map.of("#status", "status"))
                            .expressionAttributeValues(values)
                            .returnValues(ReturnValue.ALL_NEW))
                    .attributes()));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private static AttributeValue millis(Instant instant) {
        return number(instant.toEpochMilli());
    }

    private static Map<String, AttributeValue> key(PaymentId id) {
        return Map.of("id", text(id.value()));
    }
}
