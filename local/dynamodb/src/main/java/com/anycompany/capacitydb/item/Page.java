package com.anycompany.capacitydb.item;

import com.anycompany.capacitydb.capacity.Consumption;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Page of a query or scan.
 *
 * @param items what was found, projected; empty if only the count is wanted
 * @param scanned how many items were read
 * @param last the key of the last item that was read if there may be more
 */
public record Page(
        List<Map<String, AttributeValue>> items,
        int count,
        int scanned,
        @Nullable Map<String, AttributeValue> last,
        Consumption consumption) {}
