package com.anycompany.dynamodb.local;

import com.amazonaws.services.dynamodbv2.model.Capacity;
import com.amazonaws.services.dynamodbv2.model.ConsumedCapacity;
import com.amazonaws.services.dynamodbv2.model.GlobalSecondaryIndexDescription;
import com.amazonaws.services.dynamodbv2.model.TableDescription;
import com.anycompany.dynamodb.local.Meter.Access;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Meters one table with provisioned capacity. A global index has capacity of its own: a query through it uses only that,
 * while a write to the table also needs the write capacity of the indexes that it is copied to. A local index shares its
 * table's.
 */
final class TableMeter {

    private final Meter table;
    private final Map<String, Meter> indexes = new HashMap<>();
    private final Clock clock;

    TableMeter(TableDescription description, Clock clock) {
        this.clock = clock;
        this.table = Meter.of(description.getProvisionedThroughput(), clock);
        addNewIndexes(description);
    }

    /** Throws the real service's refusal if a call can't be served now. */
    void admit(Access access, @Nullable String index) {
        Optional<Exhausted> refusal = refusal(access, index);
        if (refusal.isPresent()) {
            throw refusal.get().exception();
        }
    }

    /** Why a call can't be served now; empty when it can. */
    synchronized Optional<Exhausted> refusal(Access access, @Nullable String index) {
        Meter indexMeter = index == null ? null : indexes.get(index);
        if (indexMeter != null) {
            return indexMeter.of(access).hasCredit() ? Optional.empty() : Optional.of(Exhausted.INDEX);
        }
        if (!table.of(access).hasCredit()) {
            return Optional.of(Exhausted.TABLE);
        }
        boolean indexesKeepUp = access == Access.READ
                || indexes.values().stream().allMatch(i -> i.writes().hasCredit());
        return indexesKeepUp ? Optional.empty() : Optional.of(Exhausted.INDEX);
    }

    synchronized int admits(Access access, int wanted, double leastCost) {
        return refusal(access, null).isPresent() ? 0 : table.of(access).admits(wanted, leastCost);
    }

    synchronized void charge(Access access, ConsumedCapacity consumed) {
        double rest = units(consumed.getCapacityUnits());
        Map<String, Capacity> byIndex = consumed.getGlobalSecondaryIndexes();
        if (byIndex != null) {
            for (Map.Entry<String, Capacity> index : byIndex.entrySet()) {
                double units = units(index.getValue().getCapacityUnits());
                rest -= units;
                Meter meter = indexes.get(index.getKey());
                if (meter != null) {
                    meter.of(access).charge(units);
                }
            }
        }
        table.of(access).charge(rest);
    }

    /** Charges the index, or the table itself: where the engine tells no figures, or a call failed that costs all the same. */
    synchronized void charge(Access access, @Nullable String index, double units) {
        Meter meter = index == null ? null : indexes.get(index);
        (meter == null ? table : meter).of(access).charge(units);
    }

    synchronized void changeTo(TableDescription description) {
        table.changeTo(description.getProvisionedThroughput());
        List<GlobalSecondaryIndexDescription> now = indexes(description);
        indexes.keySet()
                .retainAll(now.stream()
                        .map(GlobalSecondaryIndexDescription::getIndexName)
                        .toList());
        for (GlobalSecondaryIndexDescription index : now) {
            Meter meter = indexes.get(index.getIndexName());
            if (meter != null) {
                meter.changeTo(index.getProvisionedThroughput());
            }
        }
        addNewIndexes(description);
    }

    private void addNewIndexes(TableDescription description) {
        for (GlobalSecondaryIndexDescription index : indexes(description)) {
            indexes.computeIfAbsent(index.getIndexName(), name -> Meter.of(index.getProvisionedThroughput(), clock));
        }
    }

    private static List<GlobalSecondaryIndexDescription> indexes(TableDescription description) {
        return description.getGlobalSecondaryIndexes() == null ? List.of() : description.getGlobalSecondaryIndexes();
    }

    private static double units(@Nullable Double units) {
        return units == null ? 0 : units;
    }
}
