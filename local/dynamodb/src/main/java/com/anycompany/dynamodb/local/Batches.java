package com.anycompany.dynamodb.local;

import static com.anycompany.dynamodb.local.OperationFigures.BATCH_GET_ITEM;
import static com.anycompany.dynamodb.local.OperationFigures.BATCH_WRITE_ITEM;

import com.amazonaws.services.dynamodbv2.model.BatchGetItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemResult;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchWriteItemResult;
import com.amazonaws.services.dynamodbv2.model.KeysAndAttributes;
import com.amazonaws.services.dynamodbv2.model.WriteRequest;
import com.anycompany.dynamodb.local.Meter.Access;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Serves of a batch what the capacity allows and hands the rest back as unprocessed; only a batch of which nothing can
 * be served is refused.
 */
final class Batches {

    private final TableMeters meters;

    Batches(TableMeters meters) {
        this.meters = meters;
    }

    BatchGetItemResult get(BatchGetItemRequest request, Function<BatchGetItemRequest, BatchGetItemResult> engine) {
        if (request.getRequestItems() == null) {
            return engine.apply(request);
        }
        Map<String, KeysAndAttributes> admitted = new HashMap<>();
        Map<String, KeysAndAttributes> rest = new HashMap<>();
        request.getRequestItems().forEach((table, wanted) -> {
            double leastCost = Boolean.TRUE.equals(wanted.getConsistentRead()) ? 1 : 0.5;
            split(
                    wanted.getKeys(),
                    admits(table, Access.READ, size(wanted.getKeys()), leastCost),
                    keys -> admitted.put(table, wanted.clone().withKeys(keys)),
                    keys -> rest.put(table, wanted.clone().withKeys(keys)));
        });
        if (rest.isEmpty()) {
            return metered(request, engine);
        }
        refuseIfNothingIsLeft(admitted);
        BatchGetItemResult result = metered(request.clone().withRequestItems(admitted), engine);
        return result.withUnprocessedKeys(merged(
                result.getUnprocessedKeys(),
                rest,
                (ours, theirs) -> ours.clone().withKeys(concat(ours.getKeys(), theirs.getKeys()))));
    }

    BatchWriteItemResult write(
            BatchWriteItemRequest request, Function<BatchWriteItemRequest, BatchWriteItemResult> engine) {
        if (request.getRequestItems() == null) {
            return engine.apply(request);
        }
        Map<String, List<WriteRequest>> admitted = new HashMap<>();
        Map<String, List<WriteRequest>> rest = new HashMap<>();
        request.getRequestItems()
                .forEach((table, wanted) -> split(
                        wanted,
                        admits(table, Access.WRITE, size(wanted), 1),
                        writes -> admitted.put(table, writes),
                        writes -> rest.put(table, writes)));
        if (rest.isEmpty()) {
            return metered(request, engine);
        }
        refuseIfNothingIsLeft(admitted);
        BatchWriteItemResult result = metered(request.clone().withRequestItems(admitted), engine);
        return result.withUnprocessedItems(merged(result.getUnprocessedItems(), rest, Batches::concat));
    }

    private BatchGetItemResult metered(
            BatchGetItemRequest request, Function<BatchGetItemRequest, BatchGetItemResult> engine) {
        return BATCH_GET_ITEM.metered(request, engine, consumed -> meters.charge(Access.READ, consumed));
    }

    private BatchWriteItemResult metered(
            BatchWriteItemRequest request, Function<BatchWriteItemRequest, BatchWriteItemResult> engine) {
        return BATCH_WRITE_ITEM.metered(request, engine, consumed -> meters.charge(Access.WRITE, consumed));
    }

    private int admits(String table, Access access, int wanted, double leastCost) {
        return meters.of(table)
                .map(meter -> meter.admits(access, wanted, leastCost))
                .orElse(wanted);
    }

    private static void refuseIfNothingIsLeft(Map<?, ?> admitted) {
        if (admitted.isEmpty()) {
            throw Exhausted.TABLE.exception();
        }
    }

    private static <T> void split(List<T> wanted, int admitted, Consumer<List<T>> first, Consumer<List<T>> rest) {
        if (admitted > 0) {
            first.accept(wanted.subList(0, admitted));
        }
        if (admitted < size(wanted)) {
            rest.accept(wanted.subList(admitted, wanted.size()));
        }
    }

    private static <T> Map<String, T> merged(
            @Nullable Map<String, T> theirs, Map<String, T> ours, BinaryOperator<T> add) {
        Map<String, T> all = new HashMap<>(ours);
        if (theirs != null) {
            theirs.forEach((table, unprocessed) -> all.merge(table, unprocessed, add));
        }
        return all;
    }

    private static <T> List<T> concat(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private static int size(@Nullable List<?> list) {
        return list == null ? 0 : list.size();
    }
}
