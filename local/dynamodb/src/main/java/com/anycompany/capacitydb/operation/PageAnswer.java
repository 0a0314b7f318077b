package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.capacity.ReturnConsumedCapacity;
import com.anycompany.capacitydb.item.Page;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.value.AttributeValueWriter;

/** Answer to a query or scan. */
record PageAnswer(JsonObject request, Page page) implements Answer {

    @Override
    public void writeMembers(JsonWriter json) {
        if (!"COUNT".equals(request.string("Select"))) {
            json.name("Items").startArray();
            page.items().forEach(item -> AttributeValueWriter.writeMap(item, json));
            json.endArray();
        }
        json.name("Count").number(page.count());
        json.name("ScannedCount").number(page.scanned());
        if (page.last() != null) {
            AttributeValueWriter.writeMap(page.last(), json.name("LastEvaluatedKey"));
        }
        ReturnConsumedCapacity.of(request.string("ReturnConsumedCapacity")).write(page.consumption(), json);
    }
}
