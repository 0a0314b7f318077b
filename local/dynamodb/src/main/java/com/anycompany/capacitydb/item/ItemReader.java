package com.anycompany.capacitydb.item;

import com.anycompany.capacitydb.capacity.Access;
import com.anycompany.capacitydb.capacity.Capacity;
import com.anycompany.capacitydb.capacity.Consumption;
import com.anycompany.capacitydb.capacity.ReadCost;
import com.anycompany.capacitydb.store.Database;
import com.anycompany.capacitydb.store.Table;
import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads items: refused while the table or index has no capacity, charged with what was read. */
public final class ItemReader {

    private final Database database;
    private final Capacity capacity;

    public ItemReader(Database database, Capacity capacity) {
        this.database = database;
        this.capacity = capacity;
    }

    /**
     * Item that was looked up.
     *
     * @param item null if there is none
     */
    public record Found(@Nullable Item item, Consumption consumption) {}

    public Found get(String tableName, Map<String, AttributeValue> key, ReadCost cost) {
        Found found = database.read(tables -> {
            Table table = tables.get(tableName);
            ItemKey place = table.definition().requestedKey(key);
            capacity.admit(table.definition(), Access.READ, null);
            return get(table, place, cost);
        });
        capacity.charge(found.consumption().table(), found.consumption());
        return found;
    }

    public static Found get(Table table, ItemKey key, ReadCost cost) {
        Item item = table.get(key);
        Consumption consumption = new Consumption(table.definition());
        consumption.add(Access.READ, cost.units(item == null ? 0 : item.size()));
        return new Found(item, consumption);
    }

    /**
     * Reads a page.
     *
     * @param request makes the request, which may depend on the table's definition
     */
    public Page page(String tableName, Function<TableDefinition, PageRequest> request) {
        Page page = database.read(tables -> {
            Table table = tables.get(tableName);
            PageRequest made = request.apply(table.definition());
            IndexDefinition index = made.index();
            capacity.admit(table.definition(), Access.READ, index == null || !index.global() ? null : index.name());
            return PageReader.read(table, made);
        });
        capacity.charge(page.consumption().table(), page.consumption());
        return page;
    }
}
