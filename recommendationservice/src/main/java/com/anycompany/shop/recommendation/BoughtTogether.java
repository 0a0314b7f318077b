package com.anycompany.shop.recommendation;

import static com.anycompany.service.spring.dynamodb.Attributes.number;
import static com.anycompany.service.spring.dynamodb.Attributes.text;
import static com.anycompany.shop.recommendation.RecommendationsTable.BY_ORDERS;
import static com.anycompany.shop.recommendation.RecommendationsTable.EXPIRES_AT;
import static com.anycompany.shop.recommendation.RecommendationsTable.ORDERS;
import static com.anycompany.shop.recommendation.RecommendationsTable.OTHER;
import static com.anycompany.shop.recommendation.RecommendationsTable.PRODUCT;
import static com.anycompany.shop.recommendation.RecommendationsTable.TABLE;

import com.anycompany.service.spring.dynamodb.DynamoDbErrors;
import com.anycompany.service.spring.dynamodb.ItemReader;
import com.anycompany.service.spring.dynamodb.ItemWriter;
import com.anycompany.shop.recommendation.Basket.Pair;
import com.anycompany.xray.spring.Traced;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Repository of counts: how often two products were bought in one order. */
@Repository
class BoughtTogether {

    /** Longer than any retry of an order takes. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /** A page waits for the answer, and has something else to show. */
    private static final Duration READ_TIMEOUT = Duration.ofMillis(700);

    private static final int ATTEMPTS = 6;
    private static final BackoffStrategy BACKOFF =
            BackoffStrategy.exponentialDelayHalfJitter(Duration.ofMillis(20), Duration.ofMillis(400));

    /** Why DynamoDB refuses the first write of the transaction, the mark, when there is one already. */
    private static final String COUNTED_BEFORE = "ConditionalCheckFailed";

    private final DynamoDbClient dynamoDb;
    private final Clock clock;

    BoughtTogether(DynamoDbClient dynamoDb, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.clock = clock;
    }

    /** The ids of the products that were most often bought with this one, most frequent first. */
    List<ProductId> mostOften(ProductId product, int limit) {
        return dynamoDb
                .query(query -> query.tableName(TABLE)
                        .indexName(BY_ORDERS)
                        .keyConditionExpression(PRODUCT + " = :product")
                        .expressionAttributeValues(Map.of(":product", text(product.value())))
                        .scanIndexForward(false)
                        .limit(limit)
                        .overrideConfiguration(call -> call.apiCallTimeout(READ_TIMEOUT)))
                .items()
                .stream()
                .map(item -> new ProductId(ItemReader.of(item).text(OTHER)))
                .toList();
    }

    /** Counts all pairs of the basket, or none: each order counts once, however often it is reported. */
    @Traced
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
                if (e.cancellationReasons().get(0).code().equals(COUNTED_BEFORE)) {
                    return;
                }
                if (attempt == ATTEMPTS || !DynamoDbErrors.isTransient(e) || !backOffAfter(attempt)) {
                    throw e;
                }
            }
        }
    }

    private TransactWriteItem mark(OrderId orderId) {
        Map<String, AttributeValue> item = new ItemWriter()
                .text(PRODUCT, "order#" + orderId)
                .text(OTHER, "counted")
                .seconds(EXPIRES_AT, clock.instant().plus(REMEMBERED))
                .item();
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(TABLE).item(item).conditionExpression("attribute_not_exists(" + PRODUCT + ")"))
                .build();
    }

    private static TransactWriteItem increment(Pair pair) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(TABLE)
                        .key(Map.of(
                                PRODUCT, text(pair.product().value()),
                                OTHER, text(pair.other().value())))
                        .updateExpression("ADD " + ORDERS + " :one")
                        .expressionAttributeValues(Map.of(":one", number(1))))
                .build();
    }

    private static boolean backOffAfter(int attempt) {
        try {
            Thread.sleep(BACKOFF.computeDelay(attempt).toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
