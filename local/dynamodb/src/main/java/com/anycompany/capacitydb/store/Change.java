package com.anycompany.capacitydb.store;

import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.TableDefinition;

/**
 * Change of the database. Each says what is there afterwards, whatever was there before, so that applying a log twice does no
 * harm.
 */
sealed interface Change {

    /** The item at this key is this one. */
    record PutItem(String tableId, ItemKey key, Item item) implements Change {}

    /** There is no item at this key. */
    record DeleteItem(String tableId, ItemKey key) implements Change {}

    /** The table exists with this definition. */
    record PutTable(TableDefinition definition) implements Change {}

    /** The table doesn't exist. */
    record DropTable(String tableId) implements Change {}
}
