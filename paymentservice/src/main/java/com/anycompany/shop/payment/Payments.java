package com.anycompany.shop.payment;

import com.amazonaws.xray.spring.aop.XRayEnabled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * All payments. Every change of state is a conditional write that names the state it starts from and the attempt that
 * makes it; it answers empty where somebody else was faster.
 */
@Component
class Payments {

    /** Longer than any processor call: only a dead attempt outlives it. */
    private static final Duration LEASE = Duration.ofSeconds(5);

    private static final String MINE = "#status = :authorizing AND attempt = :attempt";

    private final DynamoDbClient dynamoDb;
    private final Clock clock;

    Payments(DynamoDbClient dynamoDb, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.clock = clock;
    }

    Optional<Payment> find(String id) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        g -> g.tableName(PaymentsTable.NAME).key(key(id)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(PaymentItem.read(item));
    }

    /** Begins the order's payment, unless it has one. */
    Optional<Payment> begin(PaymentRequest request, String idempotencyKey) {
        Payment payment = new Payment(
                Payment.idFor(request.orderId()),
                request.orderId(),
                PaymentStatus.AUTHORIZING,
                request.amount(),
                request.method(),
                request.last4(),
                null,
                idempotencyKey,
                Fingerprint.of(request),
                UUID.randomUUID().toString(),
                now().plus(LEASE),
                null,
                null);
        try {
            dynamoDb.putItem(p -> p.tableName(PaymentsTable.NAME)
                    .item(PaymentItem.write(payment))
                    .conditionExpression("attribute_not_exists(id)"));
            return Optional.of(payment);
        } catch (ConditionalCheckFailedException e) {
            // It may be this very attempt, where DynamoDB's first answer was lost.
            return find(payment.id())
                    .filter(known -> String.valueOf(payment.attempt()).equals(known.attempt()));
        }
    }

    boolean isUnderWay(Payment payment) {
        return payment.leaseUntil().isAfter(now());
    }

    /** Takes up a payment whose last attempt died, or came back from the processor without an answer. */
    Optional<Payment> takeUp(Payment abandoned) {
        return change(
                abandoned,
                "SET attempt = :next, leaseUntil = :lease",
                MINE + " AND leaseUntil = :seen",
                Map.of(
                        ":next", AttributeValue.fromS(UUID.randomUUID().toString()),
                        ":lease", PaymentItem.instant(now().plus(LEASE)),
                        ":seen", PaymentItem.instant(abandoned.leaseUntil())));
    }

    /** Lets a repeat take the payment up at once. */
    void release(Payment mine) {
        change(mine, "SET leaseUntil = :past", MINE, Map.of(":past", PaymentItem.instant(Instant.EPOCH)));
    }

    @XRayEnabled
    public Optional<Payment> capture(Payment mine) {
        return change(
                mine,
                "SET #status = :captured, capturedAt = :now",
                MINE,
                Map.of(
                        ":captured", AttributeValue.fromS(PaymentStatus.CAPTURED.name()),
                        ":now", PaymentItem.instant(now())));
    }

    Optional<Payment> decline(Payment mine, String reason) {
        return change(
                mine,
                "SET #status = :declined, reason = :reason",
                MINE,
                Map.of(
                        ":declined", AttributeValue.fromS(PaymentStatus.DECLINED.name()),
                        ":reason", AttributeValue.fromS(reason)));
    }

    /** From now on the order holds no captured payment; needs no condition, since it is right in every state. */
    @XRayEnabled
    public Payment markVoided(String orderId) {
        return PaymentItem.read(dynamoDb.updateItem(u -> u.tableName(PaymentsTable.NAME)
                        .key(key(Payment.idFor(orderId)))
                        .updateExpression("SET #status = :voided, orderId = :order,"
                                + " voidedAt = if_not_exists(voidedAt, :now)")
                        .expressionAttributeNames(Map.of("#status", "status"))
                        .expressionAttributeValues(Map.of(
                                ":voided", AttributeValue.fromS(PaymentStatus.VOIDED.name()),
                                ":order", AttributeValue.fromS(orderId),
                                ":now", PaymentItem.instant(now())))
                        .returnValues(ReturnValue.ALL_NEW))
                .attributes());
    }

    private Optional<Payment> change(
            Payment mine, String update, String condition, Map<String, AttributeValue> arguments) {
        Map<String, AttributeValue> values = new HashMap<>(arguments);
        values.put(":authorizing", AttributeValue.fromS(PaymentStatus.AUTHORIZING.name()));
        values.put(":attempt", text(mine.attempt()));
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

    private static AttributeValue text(@Nullable String value) {
        return AttributeValue.fromS(value == null ? "" : value);
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }
}
