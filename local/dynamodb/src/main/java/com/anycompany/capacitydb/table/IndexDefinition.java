package com.anycompany.capacitydb.table;

import com.anycompany.capacitydb.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Secondary index of a table.
 *
 * @param global whether it has partitions and capacity of its own; a local one shares its table's
 * @param tableKeys the key of its table, which every entry carries
 * @param throughput the capacity of a global one
 */
public record IndexDefinition(
        String name,
        boolean global,
        KeySchema keys,
        KeySchema tableKeys,
        IndexProjection projection,
        Throughput throughput) {

    /** The index's copy of an item. */
    public record Entry(ItemKey key, Item item) {}

    /** The entry of an item; null for an item without the index's keys, which the index doesn't contain. */
    public @Nullable Entry entryOf(Item item) {
        ItemKey key = keyOf(item.attributes());
        return key == null ? null : new Entry(key, projected(item));
    }

    /** The place of an item, or of a key that has the attributes of both keys; null if one is missing. */
    public @Nullable ItemKey keyOf(Map<String, AttributeValue> item) {
        List<AttributeValue> own = keys.valuesIn(item);
        List<AttributeValue> tables = tableKeys.valuesIn(item);
        if (own == null || tables == null) {
            return null;
        }
        List<AttributeValue> values = new ArrayList<>(own);
        values.addAll(tables);
        return ItemKey.of(values, keys.hash().size());
    }

    /** The names of the attributes of both keys. */
    public Set<String> keyNames() {
        Set<String> names = new LinkedHashSet<>(keys.names());
        names.addAll(tableKeys.names());
        return names;
    }

    /** Whether the index has copies of all these attributes. */
    public boolean covers(Set<String> attributes) {
        return projection.covers(attributes, keyNames());
    }

    public boolean coversAll() {
        return projection.isAll();
    }

    public IndexDefinition with(Throughput changed) {
        return new IndexDefinition(name, global, keys, tableKeys, projection, changed);
    }

    private Item projected(Item item) {
        if (projection.isAll()) {
            return item;
        }
        Set<String> wanted = keyNames();
        wanted.addAll(projection.nonKeyAttributes());
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        item.attributes().forEach((name, value) -> {
            if (wanted.contains(name)) {
                attributes.put(name, value);
            }
        });
        return new Item(attributes);
    }
}
