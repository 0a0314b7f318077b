package com.anycompany.shop.catalog.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Batch calls that are finished: what DynamoDB leaves unprocessed, for lack of capacity, is asked for again. */
@Component
public class Batches {

    /** The most that one BatchWriteItem takes. */
    private static final int WRITES = 25;

    private final DynamoDbClient dynamoDb;

    Batches(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /** Reads up to 100 different items; those that don't exist are absent from the answer. */
    public List<Map<String, AttributeValue>> read(Collection<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, KeysAndAttributes> wanted = Map.of(
                ProductCatalog.TABLE, KeysAndAttributes.builder().keys(keys).build());
        for (int attempt = 1; !wanted.isEmpty(); attempt++) {
            pauseBefore(attempt);
            Map<String, KeysAndAttributes> request = wanted;
            BatchGetItemResponse answer = dynamoDb.batchGetItem(call -> call.requestItems(request));
            items.addAll(answer.responses().getOrDefault(ProductCatalog.TABLE, List.of()));
            wanted = answer.unprocessedKeys();
        }
        return items;
    }

    /** Writes any number of items. */
    public void write(List<Map<String, AttributeValue>> items) {
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
            pauseBefore(attempt);
            Map<String, List<WriteRequest>> request = writes;
            writes = dynamoDb.batchWriteItem(call -> call.requestItems(request)).unprocessedItems();
        }
    }

    private static void pauseBefore(int attempt) {
        if (attempt == 1) {
            return;
        }
        if (attempt > DynamoDbConfiguration.ATTEMPTS) {
            throw new Throttled("DynamoDB left a part of the batch unprocessed " + (attempt - 1) + " times");
        }
        try {
            Thread.sleep(
                    DynamoDbConfiguration.PATIENCE.computeDelay(attempt - 1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Throttled("Interrupted while waiting for DynamoDB's capacity");
        }
    }
}
