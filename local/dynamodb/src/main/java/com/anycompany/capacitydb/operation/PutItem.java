package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Expressions;
import com.anycompany.capacitydb.item.ItemWrite;
import com.anycompany.capacitydb.item.ItemWriter;
import com.anycompany.capacitydb.item.Written;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.value.Wording;

/** Puts an item, in place of one with the same key. */
public final class PutItem implements Operation {

    private final WriteInput input;
    private final ItemWriter items;

    public PutItem(Expressions expressions, ItemWriter items) {
        this.input = new WriteInput(expressions, Wording.CURRENT);
        this.items = items;
    }

    @Override
    public Structure input() {
        return RequestShapes.conditionalWrite("PutItemInput").required("Item", RequestShapes.ITEM);
    }

    @Override
    public Answer perform(JsonObject request) {
        ItemWrite.Put put = Envelope.around(() -> {
            checkReturnValues(request);
            return input.put(request);
        });
        Written written = items.write(put);
        return new WriteAnswer(
                request,
                written,
                "ALL_OLD".equals(request.string("ReturnValues")) && written.old() != null
                        ? written.old().attributes()
                        : null,
                put.item());
    }

    /** Only an update has new attributes that the client doesn't know. */
    static void checkReturnValues(JsonObject request) {
        String wanted = request.string("ReturnValues");
        if (wanted != null && !wanted.equals("ALL_OLD") && !wanted.equals("NONE")) {
            throw ServiceException.validation("ReturnValues can only be ALL_OLD or NONE");
        }
    }
}
