package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.capacity.ReadCost;
import com.anycompany.capacitydb.capacity.ReturnConsumedCapacity;
import com.anycompany.capacitydb.expression.Expressions;
import com.anycompany.capacitydb.expression.Projection;
import com.anycompany.capacitydb.item.ItemReader;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Flag;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueReader;
import com.anycompany.capacitydb.value.AttributeValueWriter;
import com.anycompany.capacitydb.value.Wording;
import java.util.Map;

/** Reads the item with a key. */
public final class GetItem implements Operation {

    private final Expressions expressions;
    private final ItemReader items;

    public GetItem(Expressions expressions, ItemReader items) {
        this.expressions = expressions;
        this.items = items;
    }

    @Override
    public Structure input() {
        return new Structure("GetItemInput")
                .optional("ReturnConsumedCapacity", RequestShapes.CAPACITY)
                .optional("AttributesToGet", RequestShapes.ATTRIBUTES_TO_GET)
                .required("TableName", RequestShapes.TABLE)
                .required("Key", RequestShapes.ITEM)
                .optional("ConsistentRead", new Flag())
                .optional("ProjectionExpression", RequestShapes.TEXT)
                .optional("ExpressionAttributeNames", RequestShapes.NAMES);
    }

    @Override
    public Answer perform(JsonObject request) {
        ProjectionInput.checkParameters(request);
        Map<String, AttributeValue> key =
                new AttributeValueReader(Wording.CURRENT).readMap(request.objectOrEmpty("Key"));
        Projection projection = ProjectionInput.read(request, expressions);
        ItemReader.Found found =
                items.get(request.text("TableName"), key, ReadCost.of(request.isTrue("ConsistentRead")));
        ReturnConsumedCapacity capacity = ReturnConsumedCapacity.of(request.string("ReturnConsumedCapacity"));
        Item item = found.item();
        return json -> {
            if (item != null) {
                AttributeValueWriter.writeMap(
                        projection == null ? item.attributes() : projection.of(item.attributes()), json.name("Item"));
            }
            capacity.write(found.consumption(), json);
        };
    }
}
