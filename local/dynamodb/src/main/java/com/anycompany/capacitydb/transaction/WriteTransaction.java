package com.anycompany.capacitydb.transaction;

import com.anycompany.capacitydb.capacity.Access;
import com.anycompany.capacitydb.capacity.Capacity;
import com.anycompany.capacitydb.capacity.Consumption;
import com.anycompany.capacitydb.capacity.WriteCost;
import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.item.ItemWrite;
import com.anycompany.capacitydb.item.ItemWriter;
import com.anycompany.capacitydb.item.Written;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.store.Table;
import com.anycompany.capacitydb.store.WriteBatch;
import com.anycompany.capacitydb.table.InvalidKeyValue;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.ItemKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes several items, all or none. Transactions and other writes run one after the other, so they never conflict.
 */
public final class WriteTransaction {

    private final Database database;
    private final Capacity capacity;

    public WriteTransaction(Database database, Capacity capacity) {
        this.database = database;
        this.capacity = capacity;
    }

    /** An item with its place, and what was found there. */
    private record Step(
            ItemWrite write,
            Table table,
            ItemKey key,
            @Nullable Item old) {}

    /** Returns what was written, in the order of the writes; throws {@link TransactionCanceled} if one of them can't be done. */
    public List<Written> perform(List<ItemWrite> writes) {
        List<Written> written = database.write(batch -> perform(batch, writes));
        consumed(written).forEach(consumption -> capacity.charge(consumption.table(), consumption));
        return written;
    }

    /** What was consumed, by table. */
    public static List<Consumption> consumed(List<Written> written) {
        Map<String, Consumption> byTable = new LinkedHashMap<>();
        for (Written each : written) {
            byTable.computeIfAbsent(
                            each.consumption().table().id(),
                            id -> new Consumption(each.consumption().table()))
                    .add(each.consumption());
        }
        return new ArrayList<>(byTable.values());
    }

    private List<Written> perform(WriteBatch batch, List<ItemWrite> writes) {
        List<Step> steps = steps(batch, writes);
        throwIfAny(steps.stream().map(this::tableRefusal).toList());
        List<Written> written = new ArrayList<>();
        List<CancellationReason> reasons = new ArrayList<>();
        for (Step step : steps) {
            reasons.add(evaluate(step, written));
        }
        if (isCancelled(reasons)) {
            chargeForNothing(steps);
            throw new TransactionCanceled(reasons);
        }
        throwIfAny(written.stream().map(this::indexRefusal).toList());
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (!(step.write() instanceof ItemWrite.Check)) {
                ItemWriter.commit(batch, step.table().definition(), step.key(), written.get(i));
            }
        }
        return written;
    }

    private static List<Step> steps(WriteBatch batch, List<ItemWrite> writes) {
        List<Table> tables = new ArrayList<>();
        writes.forEach(write -> tables.add(batch.tables().get(write.table())));
        List<Step> steps = new ArrayList<>();
        List<CancellationReason> reasons = new ArrayList<>();
        Set<Map.Entry<String, ItemKey>> places = new HashSet<>();
        boolean repeated = false;
        for (int i = 0; i < writes.size(); i++) {
            Table table = tables.get(i);
            try {
                ItemKey key = writes.get(i).keyIn(table.definition());
                steps.add(new Step(writes.get(i), table, key, table.get(key)));
                repeated |= !places.add(Map.entry(table.definition().id(), key));
                reasons.add(CancellationReason.NONE);
            } catch (InvalidKeyValue e) {
                throw e;
            } catch (ServiceException e) {
                reasons.add(CancellationReason.of(e));
            }
        }
        if (repeated) {
            throw ServiceException.validation("Transaction request cannot include multiple operations on one item");
        }
        throwIfAny(reasons);
        return steps;
    }

    private CancellationReason tableRefusal(Step step) {
        return capacity.refusal(step.table().definition(), Access.WRITE, null)
                .map(CancellationReason::of)
                .orElse(CancellationReason.NONE);
    }

    private CancellationReason indexRefusal(Written written) {
        return ItemWriter.indexRefusal(capacity, written.consumption())
                .map(CancellationReason::of)
                .orElse(CancellationReason.NONE);
    }

    private static CancellationReason evaluate(Step step, List<Written> written) {
        try {
            written.add(
                    ItemWriter.evaluate(step.table().definition(), step.old(), step.write(), WriteCost.TRANSACTIONAL));
            return CancellationReason.NONE;
        } catch (ServiceException e) {
            if (e.code() == ErrorCode.INTERNAL_SERVER_ERROR) {
                throw e;
            }
            return CancellationReason.of(e);
        }
    }

    /** A transaction that is cancelled for its conditions consumes its capacity all the same. */
    private void chargeForNothing(List<Step> steps) {
        for (Step step : steps) {
            Consumption consumption = new Consumption(step.table().definition());
            Item old = step.old();
            consumption.add(Access.WRITE, WriteCost.TRANSACTIONAL.units(old == null ? 0 : old.size()));
            capacity.charge(step.table().definition(), consumption);
        }
    }

    private static boolean isCancelled(List<CancellationReason> reasons) {
        return reasons.stream().anyMatch(reason -> reason != CancellationReason.NONE);
    }

    private static void throwIfAny(List<CancellationReason> reasons) {
        if (isCancelled(reasons)) {
            throw new TransactionCanceled(reasons);
        }
    }
}
