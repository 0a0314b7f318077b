package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.expression.Expressions;
import com.anycompany.capacitydb.item.ItemWrite;
import com.anycompany.capacitydb.item.ItemWriter;
import com.anycompany.capacitydb.item.Written;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.value.Wording;

/** Deletes the item with a key, if there is one. */
public final class DeleteItem implements Operation {

    private final WriteInput input;
    private final ItemWriter items;

    public DeleteItem(Expressions expressions, ItemWriter items) {
        this.input = new WriteInput(expressions, Wording.CURRENT);
        this.items = items;
    }

    @Override
    public Structure input() {
        return RequestShapes.conditionalWrite("DeleteItemInput").required("Key", RequestShapes.ITEM);
    }

    @Override
    public Answer perform(JsonObject request) {
        ItemWrite.Delete delete = Envelope.around(() -> {
            PutItem.checkReturnValues(request);
            return input.delete(request);
        });
        Written written = items.write(delete);
        return new WriteAnswer(
                request,
                written,
                "ALL_OLD".equals(request.string("ReturnValues")) && written.old() != null
                        ? written.old().attributes()
                        : null,
                delete.key());
    }
}
