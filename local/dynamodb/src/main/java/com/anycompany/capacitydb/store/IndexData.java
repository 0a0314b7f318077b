package com.anycompany.capacitydb.store;

import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.ItemKey;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The entries of a secondary index. */
final class IndexData {

    private final NavigableMap<ItemKey, Item> entries = new TreeMap<>();
    private IndexDefinition definition;
    private long size;

    IndexData(IndexDefinition definition, Iterable<Item> items) {
        this.definition = definition;
        for (Item item : items) {
            replace(null, item);
        }
    }

    void redefine(IndexDefinition changed) {
        definition = changed;
    }

    void replace(@Nullable Item old, @Nullable Item current) {
        IndexDefinition.Entry before = old == null ? null : definition.entryOf(old);
        IndexDefinition.Entry after = current == null ? null : definition.entryOf(current);
        if (before != null && (after == null || !after.key().equals(before.key()))) {
            entries.remove(before.key());
            size -= before.item().size();
        } else if (before != null) {
            size -= before.item().size();
        }
        if (after != null) {
            entries.put(after.key(), after.item());
            size += after.item().size();
        }
    }

    NavigableMap<ItemKey, Item> entries() {
        return entries;
    }

    long size() {
        return size;
    }
}
