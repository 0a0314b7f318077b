package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.capacity.ReturnConsumedCapacity;
import com.anycompany.capacitydb.item.Written;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer to the write of one item.
 *
 * @param attributes what the client wants to see of the item; null for nothing
 */
record WriteAnswer(
        JsonObject request,
        Written written,
        @Nullable Map<String, AttributeValue> attributes,
        Map<String, AttributeValue> key)
        implements Answer {

    @Override
    public void writeMembers(JsonWriter json) {
        if (attributes != null) {
            AttributeValueWriter.writeMap(attributes, json.name("Attributes"));
        }
        ReturnConsumedCapacity.of(request.string("ReturnConsumedCapacity")).write(written.consumption(), json);
        TableDefinition table = written.consumption().table();
        if (ItemCollectionMetrics.isWanted(request, table)) {
            json.name("ItemCollectionMetrics");
            ItemCollectionMetrics.write(table, key, json);
        }
    }
}
