package com.anycompany.shop.recommendation.together;

import static com.anycompany.shop.recommendation.table.RecommendationsTable.BY_ORDERS;
import static com.anycompany.shop.recommendation.table.RecommendationsTable.EXPIRES_AT;
import static com.anycompany.shop.recommendation.table.RecommendationsTable.ORDERS;
import static com.anycompany.shop.recommendation.table.RecommendationsTable.OTHER;
import static com.anycompany.shop.recommendation.table.RecommendationsTable.PRODUCT;
import static com.anycompany.shop.recommendation.table.RecommendationsTable.TABLE;
import static java.util.Objects.requireNonNull;

import com.amazonaws.xray.spring.aop.XRayEnabled;
import com.anycompany.shop.recommendation.together.Basket.Pair;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Repository;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Counts how often products were bought in one order. */
@Repository
public class BoughtTogether {

    /** Longer than any retry of an order takes. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /** A page waits for the answer, and has something else to show. */
    private static final Duration READ_TIMEOUT = Duration.ofMillis(700);

    private static final int ATTEMPTS = 6;
    private static final BackoffStrategy PATIENCE =
            BackoffStrategy.exponentialDelayHalfJitter(Duration.ofMillis(20), Duration.ofMillis(400));

    /** Why DynamoDB refuses the first write of the transaction, the mark, when there is one already. */
    private static final String COUNTED_BEFORE = "ConditionalCheckFailed";

    /** Two orders at once with the same pair, or a lack of capacity. */
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final DynamoDbClient dynamoDb;
    private final Clock clock;

    BoughtTogether(DynamoDbClient dynamoDb, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.clock = clock;
    }

    /** The ids of the products that were most often bought with this one, most frequent first. */
    public List<String> mostOften(String product, int limit) {
        return dynamoDb
                .query(query -> query.tableName(TABLE)
                        .indexName(BY_ORDERS)
                        .keyConditionExpression(PRODUCT + " = :product")
                        .expressionAttributeValues(Map.of(":product", AttributeValue.fromS(product)))
                        .scanIndexForward(false)
                        .limit(limit)
                        .overrideConfiguration(call -> call.apiCallTimeout(READ_TIMEOUT)))
                .items()
                .stream()
                .map(item -> requireNonNull(item.get(OTHER)).s())
                .toList();
    }

    /** Counts all pairs of the basket, or none: each order counts once, however often it is reported. */
    @XRayEnabled
    public void count(Basket basket) {
        List<Pair> pairs = basket.pairs();
        if (pairs.isEmpty()) {
            return;
        }
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(mark(basket.orderId()));
        pairs.forEach(pair -> writes.add(increment(pair)));
        write(writes);
    }

    private void write(List<TransactWriteItem> writes) {
        for (int attempt = 1; ; attempt++) {
            try {
                dynamoDb.transactWriteItems(transaction -> transaction.transactItems(writes));
                return;
            } catch (TransactionCanceledException e) {
                List<String> reasons = e.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .toList();
                if (reasons.get(0).equals(COUNTED_BEFORE)) {
                    return;
                }
                if (reasons.stream().noneMatch(PASSING::contains)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    throw new TableBusy(e);
                }
                pauseAfter(attempt);
            }
        }
    }

    private TransactWriteItem mark(String orderId) {
        Map<String, AttributeValue> item = Map.of(
                PRODUCT, AttributeValue.fromS("order#" + orderId),
                OTHER, AttributeValue.fromS("counted"),
                EXPIRES_AT,
                        AttributeValue.fromN(
                                String.valueOf(clock.instant().plus(REMEMBERED).getEpochSecond())));
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(TABLE).item(item).conditionExpression("attribute_not_exists(" + PRODUCT + ")"))
                .build();
    }

    private static TransactWriteItem increment(Pair pair) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(TABLE)
                        .key(Map.of(
                                PRODUCT, AttributeValue.fromS(pair.product()),
                                OTHER, AttributeValue.fromS(pair.other())))
                        .updateExpression("ADD " + ORDERS + " :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))))
                .build();
    }

    private static void pauseAfter(int attempt) {
        try {
            Thread.sleep(PATIENCE.computeDelay(attempt).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TableBusy(e);
        }
    }
}
