package com.anycompany.dynamodb.local;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.services.dynamodbv2.exceptions.AWSExceptionFactory;
import com.amazonaws.services.dynamodbv2.model.CancellationReason;
import com.amazonaws.services.dynamodbv2.model.ExecuteTransactionRequest;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.anycompany.dynamodb.local.Meter.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cancels a transaction as a whole when the capacity of one of its tables is used up, and says which of its items. A
 * transaction that the engine cancels has consumed its capacity all the same: two units for each item, at least.
 */
record Transactions(TableMeters meters) {

    private static final CancellationReason NONE = new CancellationReason().withCode("None");
    private static final String CANCELLED = "TransactionCanceledException";
    private static final double LEAST_COST = 2;

    <Q, R> R perform(Items items, Figures<Q, R> figures, Q request, Function<Q, R> engine) {
        return perform(
                items, () -> figures.metered(request, engine, consumed -> meters.charge(items.access(), consumed)));
    }

    <R> R perform(Items items, Supplier<R> call) {
        admit(items);
        try {
            return call.get();
        } catch (AmazonServiceException e) {
            if (CANCELLED.equals(e.getErrorCode())) {
                items.tables()
                        .forEach(table ->
                                meters.of(table).ifPresent(meter -> meter.charge(items.access(), null, LEAST_COST)));
            }
            throw e;
        }
    }

    private void admit(Items items) {
        List<CancellationReason> reasons = items.tables().stream()
                .map(table -> meters.of(table)
                        .flatMap(meter -> meter.refusal(items.access(), null))
                        .map(Exhausted::reason)
                        .orElse(NONE))
                .toList();
        if (reasons.stream().anyMatch(reason -> reason != NONE)) {
            throw AWSExceptionFactory.buildTransactionCanceledException(reasons);
        }
    }

    /** The table of each item, in order; null where the item names none, which the engine refuses. */
    record Items(Access access, List<@Nullable String> tables) {

        static Items of(TransactGetItemsRequest request) {
            return new Items(
                    Access.READ,
                    each(
                            request.getTransactItems(),
                            item -> item.getGet() == null ? null : item.getGet().getTableName()));
        }

        static Items of(TransactWriteItemsRequest request) {
            return new Items(Access.WRITE, each(request.getTransactItems(), Items::table));
        }

        /** Its statements either all read or all write. */
        static Items of(ExecuteTransactionRequest request) {
            List<@Nullable Statement> statements =
                    each(request.getTransactStatements(), one -> Statement.of(one.getStatement(), null));
            boolean reads = statements.stream().anyMatch(s -> s != null && s.access() == Access.READ);
            return new Items(
                    reads ? Access.READ : Access.WRITE, each(statements, one -> one == null ? null : one.table()));
        }

        private static <T, V> List<@Nullable V> each(@Nullable List<T> items, Function<T, @Nullable V> read) {
            List<@Nullable V> all = new ArrayList<>();
            if (items != null) {
                items.forEach(item -> all.add(read.apply(item)));
            }
            return all;
        }

        private static @Nullable String table(TransactWriteItem item) {
            if (item.getPut() != null) {
                return item.getPut().getTableName();
            }
            if (item.getUpdate() != null) {
                return item.getUpdate().getTableName();
            }
            if (item.getDelete() != null) {
                return item.getDelete().getTableName();
            }
            return item.getConditionCheck() == null
                    ? null
                    : item.getConditionCheck().getTableName();
        }
    }
}
