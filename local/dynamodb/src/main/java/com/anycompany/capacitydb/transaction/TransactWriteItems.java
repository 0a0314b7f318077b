package com.anycompany.capacitydb.transaction;

import com.anycompany.capacitydb.capacity.Consumption;
import com.anycompany.capacitydb.capacity.ReturnConsumedCapacity;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Expressions;
import com.anycompany.capacitydb.item.ItemWrite;
import com.anycompany.capacitydb.item.Written;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.operation.Answer;
import com.anycompany.capacitydb.operation.ItemCollectionMetrics;
import com.anycompany.capacitydb.operation.Operation;
import com.anycompany.capacitydb.operation.RequestShapes;
import com.anycompany.capacitydb.operation.WriteInput;
import com.anycompany.capacitydb.shape.ListOf;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.value.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes up to 100 items, all or none. */
public final class TransactWriteItems implements Operation {

    private static final int MAX_ITEMS = 100;
    private static final int MAX_BYTES = 4 << 20;

    private final WriteInput input;
    private final WriteTransaction transactions;
    private final IdempotencyTokens<List<Written>> tokens;

    public TransactWriteItems(
            Expressions expressions, WriteTransaction transactions, IdempotencyTokens<List<Written>> tokens) {
        this.input = new WriteInput(expressions, Wording.OLDER);
        this.transactions = transactions;
        this.tokens = tokens;
    }

    @Override
    public Structure input() {
        Structure item = new Structure("TransactWriteItem")
                .optional(
                        "ConditionCheck",
                        action("ConditionCheck")
                                .required("Key", RequestShapes.ITEM)
                                .required("ConditionExpression", RequestShapes.TEXT))
                .optional(
                        "Put",
                        action("Put")
                                .required("Item", RequestShapes.ITEM)
                                .optional("ConditionExpression", RequestShapes.TEXT))
                .optional(
                        "Delete",
                        action("Delete")
                                .required("Key", RequestShapes.ITEM)
                                .optional("ConditionExpression", RequestShapes.TEXT))
                .optional(
                        "Update",
                        action("Update")
                                .required("Key", RequestShapes.ITEM)
                                .required("UpdateExpression", RequestShapes.TEXT)
                                .optional("ConditionExpression", RequestShapes.TEXT));
        return new Structure("TransactWriteItemsInput")
                .optional("ClientRequestToken", Text.length(1, 36))
                .required("TransactItems", ListOf.length(item, 1, MAX_ITEMS))
                .optional("ReturnConsumedCapacity", RequestShapes.CAPACITY)
                .optional("ReturnItemCollectionMetrics", RequestShapes.METRICS);
    }

    private static Structure action(String type) {
        return new Structure(type)
                .required("TableName", RequestShapes.TABLE)
                .optional("ExpressionAttributeNames", RequestShapes.NAMES)
                .optional("ExpressionAttributeValues", RequestShapes.ITEM)
                .optional("ReturnValuesOnConditionCheckFailure", RequestShapes.ON_FAILURE);
    }

    @Override
    public Answer perform(JsonObject request) {
        List<ItemWrite> writes = new ArrayList<>();
        request.objects("TransactItems").forEach(item -> writes.add(write(item)));
        List<Written> written = tokens.perform(
                request.string("ClientRequestToken"),
                request.without("ReturnConsumedCapacity", "ReturnItemCollectionMetrics"),
                () -> performed(writes));
        return json -> write(request, writes, written, json);
    }

    private List<Written> performed(List<ItemWrite> writes) {
        long bytes = 0;
        for (ItemWrite write : writes) {
            bytes += write instanceof ItemWrite.Put put ? Item.size(put.item()) : 0;
        }
        if (bytes > MAX_BYTES) {
            throw ServiceException.validation("Transaction request exceeded the maximum size of 4 MB");
        }
        return transactions.perform(writes);
    }

    private ItemWrite write(JsonObject item) {
        if (item.members().keySet().stream().filter(name -> isAction(name)).count() != 1) {
            throw ServiceException.validation("TransactItems can only contain one of Check, Put, Update or Delete");
        }
        JsonObject check = item.object("ConditionCheck");
        if (check != null) {
            return input.check(check);
        }
        JsonObject put = item.object("Put");
        if (put != null) {
            return input.put(put);
        }
        JsonObject delete = item.object("Delete");
        return delete != null ? input.delete(delete) : input.update(item.objectOrEmpty("Update"));
    }

    private static boolean isAction(String name) {
        return name.equals("ConditionCheck") || name.equals("Put") || name.equals("Delete") || name.equals("Update");
    }

    private static void write(JsonObject request, List<ItemWrite> writes, List<Written> written, JsonWriter json) {
        List<Consumption> consumed = WriteTransaction.consumed(written);
        ReturnConsumedCapacity.of(request.string("ReturnConsumedCapacity")).write(consumed, true, json);
        if (consumed.stream().noneMatch(c -> ItemCollectionMetrics.isWanted(request, c.table()))) {
            return;
        }
        json.name("ItemCollectionMetrics").startObject();
        Map<String, List<Integer>> byTable = new LinkedHashMap<>();
        for (int i = 0; i < written.size(); i++) {
            if (ItemCollectionMetrics.isWanted(
                    request, written.get(i).consumption().table())) {
                byTable.computeIfAbsent(writes.get(i).table(), name -> new ArrayList<>())
                        .add(i);
            }
        }
        byTable.forEach((name, places) -> {
            json.name(name).startArray();
            places.forEach(i -> ItemCollectionMetrics.write(
                    written.get(i).consumption().table(), writes.get(i).keySource(), json));
            json.endArray();
        });
        json.endObject();
    }
}
