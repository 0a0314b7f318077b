package com.anycompany.capacitydb.item;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.Collection;
import java.util.Map;

/** The limits of an item's size and depth. */
public final class ItemLimits {

    private static final int MAX_LEVELS = 32;

    private ItemLimits() {}

    /** An item of a request mustn't be larger than 400 KB. */
    public static void checkSize(Map<String, AttributeValue> item) {
        if (Item.size(item) > Item.MAX_SIZE) {
            throw ServiceException.validation("Item size has exceeded the maximum allowed size");
        }
    }

    /** An update can put a document into another one, and so make it too deep. */
    static void checkNesting(Map<String, AttributeValue> item) {
        checkNesting(item.values(), 1);
    }

    private static void checkNesting(Collection<AttributeValue> values, int level) {
        if (level > MAX_LEVELS && !values.isEmpty()) {
            throw ServiceException.validation("Nesting Levels have exceeded supported limits: "
                    + "Attributes in the item have nested levels beyond supported limit");
        }
        for (AttributeValue value : values) {
            if (value instanceof AttributeValue.M map) {
                checkNesting(map.members().values(), level + 1);
            } else if (value instanceof AttributeValue.L list) {
                checkNesting(list.elements(), level + 1);
            }
        }
    }
}
