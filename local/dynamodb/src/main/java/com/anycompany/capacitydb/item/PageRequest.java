package com.anycompany.capacitydb.item;

import com.anycompany.capacitydb.capacity.ReadCost;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.Projection;
import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.ItemKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page is made of.
 *
 * @param index the index that is read; null for the table
 * @param ranges the ranges of keys that are read, one range after the other
 * @param limit how many items are read at most
 * @param filter which of them are returned; null for all
 * @param selection what of them is returned
 */
public record PageRequest(
        @Nullable IndexDefinition index,
        List<Range> ranges,
        int limit,
        @Nullable Condition filter,
        Selection selection,
        ReadCost cost) {

    public PageRequest {
        ranges = List.copyOf(ranges);
    }

    /** Places between two bounds; null is no bound. */
    public record Range(@Nullable ItemKey from, @Nullable ItemKey to, boolean forward) {}

    /**
     * What is returned of an item.
     *
     * @param counted whether only the number of items is returned
     * @param projection the wanted places; null for all that the index or table has
     * @param fetched whether the items of a local index are completed from the table
     */
    public record Selection(boolean counted, @Nullable Projection projection, boolean fetched) {}
}
