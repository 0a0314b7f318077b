package com.anycompany.capacitydb.capacity;

import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.IndexDefinition.Entry;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What writing costs: units for each KB of the larger one of old and new item; the same for each index whose entry changes. An
 * entry that moves is deleted and put, one that stays as it is costs nothing.
 */
public enum WriteCost {
    STANDARD(1),
    TRANSACTIONAL(2);

    private static final int UNIT = 1024;

    private final int perUnit;

    WriteCost(int perUnit) {
        this.perUnit = perUnit;
    }

    public double units(int bytes) {
        return (double) perUnit * Math.max(1, (bytes + UNIT - 1) / UNIT);
    }

    public Consumption of(TableDefinition table, @Nullable Item old, @Nullable Item current) {
        Consumption consumption = new Consumption(table);
        consumption.add(Access.WRITE, units(Math.max(size(old), size(current))));
        for (IndexDefinition index : table.indexes()) {
            double units = units(index, old, current);
            if (units > 0) {
                consumption.add(index, Access.WRITE, units);
            }
        }
        return consumption;
    }

    private double units(IndexDefinition index, @Nullable Item old, @Nullable Item current) {
        Entry before = old == null ? null : index.entryOf(old);
        Entry after = current == null ? null : index.entryOf(current);
        if (before != null && after != null && before.key().equals(after.key())) {
            return before.item().equals(after.item())
                    ? 0
                    : units(Math.max(before.item().size(), after.item().size()));
        }
        return (before == null ? 0 : units(before.item().size()))
                + (after == null ? 0 : units(after.item().size()));
    }

    private static int size(@Nullable Item item) {
        return item == null ? 0 : item.size();
    }
}
