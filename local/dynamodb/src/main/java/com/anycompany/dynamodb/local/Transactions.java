package com.anycompany.dynamodb.local;

import com.amazonaws.services.dynamodbv2.exceptions.AWSExceptionFactory;
import com.amazonaws.services.dynamodbv2.model.CancellationReason;
import com.amazonaws.services.dynamodbv2.model.TransactGetItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.anycompany.dynamodb.local.Meter.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cancels a transaction as a whole when the capacity of one of its tables is used up, and says which of its items. */
final class Transactions {

    private static final CancellationReason NONE = new CancellationReason().withCode("None");

    private final TableMeters meters;

    Transactions(TableMeters meters) {
        this.meters = meters;
    }

    void admit(TransactGetItemsRequest request) {
        if (request.getTransactItems() != null) {
            admit(
                    Access.READ,
                    request.getTransactItems().stream()
                            .map(item ->
                                    item.getGet() == null ? null : item.getGet().getTableName())
                            .toList());
        }
    }

    void admit(TransactWriteItemsRequest request) {
        if (request.getTransactItems() != null) {
            List<@Nullable String> tables = new ArrayList<>();
            request.getTransactItems().forEach(item -> tables.add(table(item)));
            admit(Access.WRITE, tables);
        }
    }

    private void admit(Access access, List<@Nullable String> tables) {
        List<CancellationReason> reasons = tables.stream()
                .map(table -> refusal(access, table).map(Exhausted::reason).orElse(NONE))
                .toList();
        if (reasons.stream().anyMatch(reason -> reason != NONE)) {
            throw AWSExceptionFactory.buildTransactionCanceledException(reasons);
        }
    }

    private Optional<Exhausted> refusal(Access access, @Nullable String table) {
        return meters.of(table).flatMap(meter -> meter.refusal(access, null));
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
