package com.anycompany.capacitydb.transaction;

import com.anycompany.capacitydb.capacity.ReturnConsumedCapacity;
import com.anycompany.capacitydb.expression.Expressions;
import com.anycompany.capacitydb.expression.Projection;
import com.anycompany.capacitydb.item.ItemReader.Found;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.operation.Answer;
import com.anycompany.capacitydb.operation.Operation;
import com.anycompany.capacitydb.operation.ProjectionInput;
import com.anycompany.capacitydb.operation.RequestShapes;
import com.anycompany.capacitydb.shape.ListOf;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.transaction.ReadTransaction.Get;
import com.anycompany.capacitydb.value.AttributeValueReader;
import com.anycompany.capacitydb.value.AttributeValueWriter;
import com.anycompany.capacitydb.value.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads up to 100 items as they are at one moment. */
public final class TransactGetItems implements Operation {

    private static final int MAX_ITEMS = 100;

    private final Expressions expressions;
    private final ReadTransaction transactions;

    public TransactGetItems(Expressions expressions, ReadTransaction transactions) {
        this.expressions = expressions;
        this.transactions = transactions;
    }

    @Override
    public Structure input() {
        Structure get = new Structure("Get")
                .required("Key", RequestShapes.ITEM)
                .required("TableName", RequestShapes.TABLE)
                .optional("ProjectionExpression", RequestShapes.TEXT)
                .optional("ExpressionAttributeNames", RequestShapes.NAMES);
        return new Structure("TransactGetItemsInput")
                .required(
                        "TransactItems",
                        ListOf.length(new Structure("TransactGetItem").required("Get", get), 1, MAX_ITEMS))
                .optional("ReturnConsumedCapacity", RequestShapes.CAPACITY);
    }

    @Override
    public Answer perform(JsonObject request) {
        List<Get> gets = new ArrayList<>();
        List<@Nullable Projection> projections = new ArrayList<>();
        AttributeValueReader reader = new AttributeValueReader(Wording.OLDER);
        for (JsonObject item : request.objects("TransactItems")) {
            JsonObject get = item.objectOrEmpty("Get");
            ProjectionInput.checkParameters(get);
            gets.add(new Get(get.text("TableName"), reader.readMap(get.objectOrEmpty("Key"))));
            projections.add(ProjectionInput.read(get, expressions));
        }
        List<Found> found = transactions.perform(gets);
        ReturnConsumedCapacity told = ReturnConsumedCapacity.of(request.string("ReturnConsumedCapacity"));
        return json -> {
            json.name("Responses").startArray();
            for (int i = 0; i < found.size(); i++) {
                write(found.get(i).item(), projections.get(i), json);
            }
            json.endArray();
            told.write(ReadTransaction.consumed(found), true, json);
        };
    }

    private static void write(@Nullable Item item, @Nullable Projection projection, JsonWriter json) {
        json.startObject();
        if (item != null) {
            AttributeValueWriter.writeMap(
                    projection == null ? item.attributes() : projection.of(item.attributes()), json.name("Item"));
        }
        json.endObject();
    }
}
