package com.anycompany.capacitydb.transaction;

import com.anycompany.capacitydb.capacity.Access;
import com.anycompany.capacitydb.capacity.Capacity;
import com.anycompany.capacitydb.capacity.Consumption;
import com.anycompany.capacitydb.capacity.ReadCost;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.item.ItemReader;
import com.anycompany.capacitydb.item.ItemReader.Found;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.store.Table;
import com.anycompany.capacitydb.store.Tables;
import com.anycompany.capacitydb.table.InvalidKeyValue;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads several items as they are at one moment. */
public final class ReadTransaction {

    private final Database database;
    private final Capacity capacity;

    public ReadTransaction(Database database, Capacity capacity) {
        this.database = database;
        this.capacity = capacity;
    }

    /** Key of an item of a table. */
    public record Get(String table, Map<String, AttributeValue> key) {}

    /** Returns what was found, in the order of the keys. */
    public List<Found> perform(List<Get> gets) {
        List<Found> found = database.read(tables -> perform(tables, gets));
        found.forEach(each -> capacity.charge(each.consumption().table(), each.consumption()));
        return found;
    }

    /** What was consumed, by table. */
    public static List<Consumption> consumed(List<Found> found) {
        Map<String, Consumption> byTable = new LinkedHashMap<>();
        for (Found each : found) {
            byTable.computeIfAbsent(
                            each.consumption().table().id(),
                            id -> new Consumption(each.consumption().table()))
                    .add(each.consumption());
        }
        return new ArrayList<>(byTable.values());
    }

    private List<Found> perform(Tables all, List<Get> gets) {
        List<Table> tables = gets.stream().map(get -> all.get(get.table())).toList();
        List<ItemKey> keys = new ArrayList<>();
        List<CancellationReason> reasons = new ArrayList<>();
        Set<Map.Entry<String, ItemKey>> places = new HashSet<>();
        boolean repeated = false;
        for (int i = 0; i < gets.size(); i++) {
            try {
                ItemKey key =
                        tables.get(i).definition().requestedKey(gets.get(i).key());
                keys.add(key);
                repeated |= !places.add(Map.entry(tables.get(i).definition().id(), key));
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
        throwIfAny(tables.stream().map(this::refusal).toList());
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            found.add(ItemReader.get(tables.get(i), keys.get(i), ReadCost.TRANSACTIONAL));
        }
        return found;
    }

    private CancellationReason refusal(Table table) {
        return capacity.refusal(table.definition(), Access.READ, null)
                .map(CancellationReason::of)
                .orElse(CancellationReason.NONE);
    }

    private static void throwIfAny(List<CancellationReason> reasons) {
        if (reasons.stream().anyMatch(reason -> reason != CancellationReason.NONE)) {
            throw new TransactionCanceled(reasons);
        }
    }
}
