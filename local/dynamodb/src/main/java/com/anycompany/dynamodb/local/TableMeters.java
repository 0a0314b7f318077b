package com.anycompany.dynamodb.local;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.services.dynamodbv2.model.ConsumedCapacity;
import com.amazonaws.services.dynamodbv2.model.TableDescription;
import com.anycompany.dynamodb.local.Meter.Access;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The meters of all tables that have provisioned capacity; a table that is paid per request has none. */
final class TableMeters {

    private static final String PER_REQUEST = "PAY_PER_REQUEST";

    private final Map<String, Optional<TableMeter>> meters = new ConcurrentHashMap<>();
    private final Function<String, TableDescription> describe;
    private final Clock clock;

    TableMeters(Function<String, TableDescription> describe, Clock clock) {
        this.describe = describe;
        this.clock = clock;
    }

    /** The table's meter; empty when it needs none, or doesn't exist, which the engine itself says best. */
    Optional<TableMeter> of(@Nullable String nameOrArn) {
        if (nameOrArn == null) {
            return Optional.empty();
        }
        String name = nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
        Optional<TableMeter> known = meters.get(name);
        if (known != null) {
            return known;
        }
        try {
            TableDescription description = describe.apply(name);
            return meters.computeIfAbsent(name, n -> meter(description));
        } catch (AmazonServiceException e) {
            return Optional.empty();
        }
    }

    void charge(Access access, ConsumedCapacity consumed) {
        of(consumed.getTableName()).ifPresent(meter -> meter.charge(access, consumed));
    }

    /** After a table's capacity or indexes changed. */
    void changed(String name) {
        meters.computeIfPresent(name, (n, known) -> {
            TableDescription description = describe.apply(n);
            if (known.isEmpty() || isPerRequest(description)) {
                return meter(description);
            }
            known.get().changeTo(description);
            return known;
        });
    }

    /** After a table came or went. */
    void forget(String name) {
        meters.remove(name);
    }

    private Optional<TableMeter> meter(TableDescription description) {
        return isPerRequest(description) ? Optional.empty() : Optional.of(new TableMeter(description, clock));
    }

    private static boolean isPerRequest(TableDescription description) {
        return description.getBillingModeSummary() != null
                && PER_REQUEST.equals(description.getBillingModeSummary().getBillingMode());
    }
}
