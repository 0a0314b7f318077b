package com.anycompany.capacitydb.store;

import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.TableDefinition;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table's definition, items and index entries. To be read inside {@link Database#read} or {@link Database#write} only. */
public final class Table {

    private final NavigableMap<ItemKey, Item> items = new TreeMap<>();
    private final Map<String, IndexData> indexes = new HashMap<>();
    private TableDefinition definition;
    private long size;

    Table(TableDefinition definition) {
        this.definition = definition;
        redefine(definition);
    }

    public TableDefinition definition() {
        return definition;
    }

    public @Nullable Item get(ItemKey key) {
        return items.get(key);
    }

    /** All items in the order of their keys. */
    public NavigableMap<ItemKey, Item> items() {
        return Collections.unmodifiableNavigableMap(items);
    }

    /** All entries of an index that exists. */
    public NavigableMap<ItemKey, Item> entries(String index) {
        return Collections.unmodifiableNavigableMap(index(index).entries());
    }

    public long size() {
        return size;
    }

    public long indexSize(String index) {
        return index(index).size();
    }

    private IndexData index(String name) {
        IndexData index = indexes.get(name);
        if (index == null) {
            throw new IllegalArgumentException("no index " + name);
        }
        return index;
    }

    /** A new index is filled at once. */
    void redefine(TableDefinition changed) {
        definition = changed;
        indexes.keySet()
                .retainAll(changed.indexes().stream().map(IndexDefinition::name).toList());
        for (IndexDefinition index : changed.indexes()) {
            IndexData known = indexes.get(index.name());
            if (known == null) {
                indexes.put(index.name(), new IndexData(index, items.values()));
            } else {
                known.redefine(index);
            }
        }
    }

    /** Puts an item, or removes it if it's null; returns what was there. */
    @Nullable
    Item replace(ItemKey key, @Nullable Item item) {
        Item old = item == null ? items.remove(key) : items.put(key, item);
        size += (item == null ? 0 : item.size()) - (old == null ? 0 : old.size());
        indexes.values().forEach(index -> index.replace(old, item));
        return old;
    }
}
