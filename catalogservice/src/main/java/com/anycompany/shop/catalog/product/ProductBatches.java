package com.anycompany.shop.catalog.product;

import com.anycompany.service.spring.dynamodb.DynamoDbProperties;
import com.anycompany.service.spring.dynamodb.ThrottledException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Batch reads and writes of products: what DynamoDB leaves unprocessed, for lack of capacity, is requested again. */
@Component
public class ProductBatches {

    /** The most that one BatchWriteItem takes. */
    private static final int WRITES = 25;

    private final DynamoDbClient dynamoDb;
    private final BackoffStrategy backoff;
    private final int maxAttempts;

    ProductBatches(DynamoDbClient dynamoDb, BackoffStrategy backoff, DynamoDbProperties properties) {
        this.dynamoDb = dynamoDb;
        this.backoff = backoff;
        this.maxAttempts = properties.maxAttempts();
    }

    /** Reads up to 100 different items; those that don't exist are absent from the answer. */
    List<Map<String, AttributeValue>> read(Collection<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, KeysAndAttributes> wanted = Map.of(
                ProductCatalog.TABLE, KeysAndAttributes.builder().keys(keys).build());
        for (int attempt = 1; !wanted.isEmpty(); attempt++) {
            backOffBefore(attempt);
            Map<String, KeysAndAttributes> request = wanted;
            BatchGetItemResponse answer = dynamoDb.batchGetItem(call -> call.requestItems(request));
            items.addAll(answer.responses().getOrDefault(ProductCatalog.TABLE, List.of()));
            wanted = answer.unprocessedKeys();
        }
        return items;
    }

    /** Writes any number of products. */
    public void write(List<Product> products) {
        List<Map<String, AttributeValue>> items =
                products.stream().map(ProductItem::of).toList();
        for (int from = 0; from < items.size(); from += WRITES) {
            writeBatch(items.subList(from, Math.min(from + WRITES, items.size())));
        }
    }

    private void writeBatch(List<Map<String, AttributeValue>> items) {
        Map<String, List<WriteRequest>> writes = Map.of(
                ProductCatalog.TABLE,
                items.stream()
                        .map(item -> WriteRequest.builder()
                                .putRequest(PutRequest.builder().item(item).build())
                                .build())
                        .toList());
        for (int attempt = 1; !writes.isEmpty(); attempt++) {
            backOffBefore(attempt);
            Map<String, List<WriteRequest>> request = writes;
            writes = dynamoDb.batchWriteItem(call -> call.requestItems(request)).unprocessedItems();
        }
    }

    private void backOffBefore(int attempt) {
        if (attempt == 1) {
            return;
        }
        if (attempt > maxAttempts) {
            throw new ThrottledException(
                    "DynamoDB left a part of the batch unprocessed " + (attempt - 1) + " times", null);
        }
        try {
            Thread.sleep(backoff.computeDelay(attempt - 1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ThrottledException("Interrupted while waiting for DynamoDB's capacity", e);
        }
    }
}
