package com.anycompany.capacitydb.capacity;

import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.TableDefinition;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Meters a table with provisioned capacity, or with maxima of what is paid per request. A global index has capacity of its own: a query through it uses only that, while a
 * write to the table also uses the write capacity of the indexes whose entries change. A local index shares its table's.
 */
final class TableMeter {

    private final Meter table;
    private final Map<String, Meter> indexes = new HashMap<>();
    private final Clock clock;
    private final boolean onDemand;

    TableMeter(TableDefinition definition, Clock clock) {
        this.clock = clock;
        this.onDemand = definition.settings().perRequest();
        this.table = Meter.of(definition.throughput(), onDemand, clock);
        addNewIndexes(definition);
    }

    /** Whether it can go on with this definition, for which another mode of billing wants a new meter. */
    boolean fits(TableDefinition definition) {
        return onDemand == definition.settings().perRequest();
    }

    /** Why a call can't be served now; empty when it can. */
    synchronized Optional<Exhausted> refusal(TableDefinition definition, Access access, @Nullable String index) {
        Meter indexMeter = index == null ? null : indexes.get(index);
        if (indexMeter != null) {
            return indexMeter.of(access).hasCredit()
                    ? Optional.empty()
                    : Optional.of(Exhausted.of(definition, index, access));
        }
        return table.of(access).hasCredit() ? Optional.empty() : Optional.of(Exhausted.of(definition, null, access));
    }

    synchronized int admits(Access access, int wanted, double leastCost) {
        return table.of(access).admits(wanted, leastCost);
    }

    synchronized void charge(Consumption consumption) {
        table.reads().charge(consumption.tableUnits(Access.READ));
        table.writes().charge(consumption.tableUnits(Access.WRITE));
        indexes.forEach((name, meter) -> {
            meter.reads().charge(consumption.indexUnits(name, Access.READ));
            meter.writes().charge(consumption.indexUnits(name, Access.WRITE));
        });
    }

    synchronized void changeTo(TableDefinition definition) {
        table.changeTo(definition.throughput());
        List<IndexDefinition> now = definition.globalIndexes();
        indexes.keySet().retainAll(now.stream().map(IndexDefinition::name).toList());
        for (IndexDefinition index : now) {
            Meter meter = indexes.get(index.name());
            if (meter != null) {
                meter.changeTo(index.throughput());
            }
        }
        addNewIndexes(definition);
    }

    private void addNewIndexes(TableDefinition definition) {
        for (IndexDefinition index : definition.globalIndexes()) {
            indexes.computeIfAbsent(index.name(), name -> Meter.of(index.throughput(), onDemand, clock));
        }
    }
}
