package com.anycompany.capacitydb.capacity;

import com.anycompany.capacitydb.table.TableDefinition;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Enforces the provisioned capacity of all tables; a table that is paid per request is refused only beyond its maxima. An operation asks before it
 * runs whether there is any credit, and is charged afterwards with exactly what it consumed.
 */
public final class Capacity {

    private final Map<String, TableMeter> meters = new ConcurrentHashMap<>();
    private final Clock clock;

    public Capacity(Clock clock) {
        this.clock = clock;
    }

    /**
     * Why a call can't be served now; empty when it can.
     *
     * @param index the global index that it reads or whose entries it changes; null for the table itself
     */
    public Optional<Exhausted> refusal(TableDefinition table, Access access, @Nullable String index) {
        return table.isUnlimited() ? Optional.empty() : meter(table).refusal(table, access, index);
    }

    /** Throws the real service's refusal if a call can't be served now. */
    public void admit(TableDefinition table, Access access, @Nullable String index) {
        Optional<Exhausted> refusal = refusal(table, access, index);
        if (refusal.isPresent()) {
            throw refusal.get().exception();
        }
    }

    /** How many calls of at least this cost each are admitted now, of those that are wanted. */
    public int admits(TableDefinition table, Access access, int wanted, double leastCost) {
        return table.isUnlimited() ? wanted : meter(table).admits(access, wanted, leastCost);
    }

    public void charge(TableDefinition table, Consumption consumption) {
        if (!table.isUnlimited()) {
            meter(table).charge(consumption);
        }
    }

    /** After a table's capacity, billing or indexes changed. */
    public void changed(TableDefinition table) {
        if (table.isUnlimited()) {
            meters.remove(table.id());
        } else {
            meters.compute(table.id(), (id, known) -> {
                if (known == null || !known.fits(table)) {
                    return new TableMeter(table, clock);
                }
                known.changeTo(table);
                return known;
            });
        }
    }

    /** After a table was deleted. */
    public void forget(TableDefinition table) {
        meters.remove(table.id());
    }

    private TableMeter meter(TableDefinition table) {
        TableMeter known = meters.get(table.id());
        return known == null ? meters.computeIfAbsent(table.id(), id -> new TableMeter(table, clock)) : known;
    }
}
