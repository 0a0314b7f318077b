package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.table.KeyAttribute;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueWriter;
import java.util.Map;

/** The estimated size of the item collection of a partition key; only tables with local indexes have collections. */
public final class ItemCollectionMetrics {

    private ItemCollectionMetrics() {}

    public static boolean isWanted(JsonObject request, TableDefinition table) {
        return "SIZE".equals(request.string("ReturnItemCollectionMetrics"))
                && !table.localIndexes().isEmpty();
    }

    public static void write(TableDefinition table, Map<String, AttributeValue> item, JsonWriter json) {
        json.startObject().name("ItemCollectionKey").startObject();
        for (KeyAttribute attribute : table.keys().hash()) {
            AttributeValue value = item.get(attribute.name());
            if (value != null) {
                AttributeValueWriter.write(value, json.name(attribute.name()));
            }
        }
        json.endObject()
                .name("SizeEstimateRangeGB")
                .startArray()
                .number(0.0)
                .number(1.0)
                .endArray();
        json.endObject();
    }
}
