package com.anycompany.capacitydb.store;

import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;

/** Changes that become durable and visible together, or not at all; the tables show the state before them. */
public final class WriteBatch {

    private final Tables tables;
    private final List<Change> changes = new ArrayList<>();

    WriteBatch(Tables tables) {
        this.tables = tables;
    }

    public Tables tables() {
        return tables;
    }

    public void putItem(TableDefinition table, ItemKey key, Item item) {
        changes.add(new Change.PutItem(table.id(), key, item));
    }

    public void deleteItem(TableDefinition table, ItemKey key) {
        changes.add(new Change.DeleteItem(table.id(), key));
    }

    public void putTable(TableDefinition table) {
        changes.add(new Change.PutTable(table));
    }

    public void dropTable(TableDefinition table) {
        changes.add(new Change.DropTable(table.id()));
    }

    List<Change> changes() {
        return changes;
    }
}
