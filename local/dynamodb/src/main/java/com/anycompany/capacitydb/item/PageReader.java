package com.anycompany.capacitydb.item;

import com.anycompany.capacitydb.capacity.Access;
import com.anycompany.capacitydb.capacity.Consumption;
import com.anycompany.capacitydb.store.Table;
import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Reads pages of a table or an index: items in order until the limit or 1 MB is reached. */
final class PageReader {

    private static final int MAX_BYTES = 1 << 20;

    private final Table table;
    private final PageRequest request;
    private final List<Map<String, AttributeValue>> items = new ArrayList<>();
    private final Consumption consumption;
    private int count;
    private int scanned;
    private long bytes;
    private @Nullable Item last;

    private PageReader(Table table, PageRequest request) {
        this.table = table;
        this.request = request;
        this.consumption = new Consumption(table.definition());
    }

    static Page read(Table table, PageRequest request) {
        PageReader reader = new PageReader(table, request);
        boolean more = reader.readAll();
        return new Page(reader.items, reader.count, reader.scanned, more ? reader.lastKey() : null, reader.consumption);
    }

    /** Returns whether it stopped before the end of the range. */
    private boolean readAll() {
        for (PageRequest.Range range : request.ranges()) {
            long before = bytes;
            boolean stopped = read(range);
            charge(bytes - before);
            if (stopped) {
                return true;
            }
        }
        return false;
    }

    private boolean read(PageRequest.Range range) {
        for (Item item : in(range).values()) {
            if (bytes >= MAX_BYTES) {
                return true;
            }
            read(item);
            if (scanned == request.limit()) {
                return true;
            }
        }
        return false;
    }

    private void read(Item entry) {
        scanned++;
        bytes += entry.size();
        last = entry;
        Item item = request.selection().fetched() ? fetch(entry) : entry;
        if (request.filter() == null || request.filter().matches(item.attributes())) {
            count++;
            if (!request.selection().counted()) {
                items.add(
                        request.selection().projection() == null
                                ? item.attributes()
                                : request.selection().projection().of(item.attributes()));
            }
        }
    }

    /** Each item that is fetched from the table is paid for by itself. */
    private Item fetch(Item entry) {
        ItemKey key = table.definition().keyOf(entry.attributes());
        Item item = key == null ? null : table.get(key);
        if (item == null) {
            throw new IllegalStateException("an index entry without its item");
        }
        consumption.add(Access.READ, request.cost().units(item.size()));
        return item;
    }

    /** Each range is paid for by itself. */
    private void charge(long read) {
        double units = request.cost().units(read);
        IndexDefinition index = request.index();
        if (index == null) {
            consumption.add(Access.READ, units);
        } else {
            consumption.add(index, Access.READ, units);
        }
    }

    private NavigableMap<ItemKey, Item> in(PageRequest.Range range) {
        NavigableMap<ItemKey, Item> all = request.index() == null
                ? table.items()
                : table.entries(request.index().name());
        if (range.from() != null) {
            all = all.tailMap(range.from(), false);
        }
        if (range.to() != null) {
            if (range.from() != null && range.from().compareTo(range.to()) >= 0) {
                return java.util.Collections.emptyNavigableMap();
            }
            all = all.headMap(range.to(), false);
        }
        return range.forward() ? all : all.descendingMap();
    }

    private @Nullable Map<String, AttributeValue> lastKey() {
        if (last == null) {
            return null;
        }
        Map<String, AttributeValue> key =
                new LinkedHashMap<>(table.definition().keys().keyOf(last.attributes()));
        if (request.index() != null) {
            key.putAll(request.index().keys().keyOf(last.attributes()));
        }
        return key;
    }
}
