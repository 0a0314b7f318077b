package com.anycompany.capacitydb.store;

import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.ItemKey;
import org.jspecify.annotations.Nullable;

/** Applies changes without telling listeners. */
final class Replay {

    private Replay() {}

    static void apply(Change change, Tables tables) {
        if (change instanceof Change.PutItem put) {
            replace(tables, put.tableId(), put.key(), put.item());
        } else if (change instanceof Change.DeleteItem delete) {
            replace(tables, delete.tableId(), delete.key(), null);
        } else if (change instanceof Change.PutTable put) {
            tables.put(put.definition());
        } else if (change instanceof Change.DropTable drop) {
            tables.drop(drop.tableId());
        }
    }

    /** Items of a table that was dropped since are left out. */
    private static void replace(Tables tables, String tableId, ItemKey key, @Nullable Item item) {
        Table table = tables.withId(tableId);
        if (table != null) {
            table.replace(key, item);
        }
    }
}
