package com.anycompany.capacitydb.item;

import com.anycompany.capacitydb.capacity.Access;
import com.anycompany.capacitydb.capacity.Capacity;
import com.anycompany.capacitydb.capacity.Consumption;
import com.anycompany.capacitydb.capacity.Exhausted;
import com.anycompany.capacitydb.capacity.WriteCost;
import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.store.Table;
import com.anycompany.capacitydb.store.WriteBatch;
import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.TableDefinition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes single items: refused while the table, or an index whose entries change, has no capacity; charged with what they consumed.
 * A write whose condition fails consumes its capacity all the same.
 */
public final class ItemWriter {

    private final Database database;
    private final Capacity capacity;

    public ItemWriter(Database database, Capacity capacity) {
        this.database = database;
        this.capacity = capacity;
    }

    public Written write(ItemWrite write) {
        Written written = database.write(batch -> {
            Table table = batch.tables().get(write.table());
            ItemKey key = write.keyIn(table.definition());
            capacity.admit(table.definition(), Access.WRITE, null);
            Written result = prepare(table, key, write);
            admitIndexes(result.consumption());
            commit(batch, table.definition(), key, result);
            return result;
        });
        capacity.charge(written.consumption().table(), written.consumption());
        return written;
    }

    private Written prepare(Table table, ItemKey key, ItemWrite write) {
        Item old = table.get(key);
        try {
            return evaluate(table.definition(), old, write, WriteCost.STANDARD);
        } catch (ServiceException e) {
            if (e.code() != ErrorCode.CONDITIONAL_CHECK_FAILED && e.code() != ErrorCode.DUPLICATE_ITEM) {
                throw e;
            }
            Consumption consumed = new Consumption(table.definition());
            consumed.add(Access.WRITE, WriteCost.STANDARD.units(old == null ? 0 : old.size()));
            capacity.charge(table.definition(), consumed);
            throw e;
        }
    }

    /** What the write would do to this item; throws if its condition doesn't hold. */
    public static Written evaluate(TableDefinition table, @Nullable Item old, ItemWrite write, WriteCost cost) {
        boolean holds = write.condition() == null
                || write.condition().matches(old == null ? java.util.Map.of() : old.attributes());
        if (!holds) {
            throw new ConditionalCheckFailed(write.returnsItemOnFailure() ? old : null);
        }
        Item current = write.apply(table, old);
        return new Written(old, current, cost.of(table, old, current));
    }

    private void admitIndexes(Consumption consumption) {
        Optional<Exhausted> refusal = indexRefusal(capacity, consumption);
        if (refusal.isPresent()) {
            throw refusal.get().exception();
        }
    }

    /** Why an index whose entries change can't take the write now; empty when all can. */
    public static Optional<Exhausted> indexRefusal(Capacity capacity, Consumption consumption) {
        TableDefinition table = consumption.table();
        for (IndexDefinition index : table.globalIndexes()) {
            if (consumption.consumes(index)) {
                Optional<Exhausted> refusal = capacity.refusal(table, Access.WRITE, index.name());
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    /** Adds what was evaluated to the batch. */
    public static void commit(WriteBatch batch, TableDefinition table, ItemKey key, Written written) {
        if (written.current() == null) {
            if (written.old() != null) {
                batch.deleteItem(table, key);
            }
        } else if (written.current() != written.old()) {
            batch.putItem(table, key, written.current());
        }
    }
}
