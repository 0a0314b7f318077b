package com.anycompany.capacitydb.item;

import com.anycompany.capacitydb.capacity.Consumption;
import com.anycompany.capacitydb.table.Item;
import org.jspecify.annotations.Nullable;

/**
 * What a write did.
 *
 * @param old the item before; null if there was none
 * @param current the item afterwards; null if there is none
 */
public record Written(@Nullable Item old, @Nullable Item current, Consumption consumption) {}
