package com.anycompany.capacitydb.store;

import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/** Is told of each item that changed, in the order of the changes, while the database is locked. */
@FunctionalInterface
public interface ItemListener {

    /**
     * @param old null if the item is new
     * @param current null if the item is gone
     */
    void changed(TableDefinition table, @Nullable Item old, @Nullable Item current);
}
