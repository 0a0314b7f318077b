package com.anycompany.capacitydb.transaction;

import com.anycompany.capacitydb.capacity.Exhausted;
import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.item.ConditionalCheckFailed;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.value.AttributeValueWriter;
import org.jspecify.annotations.Nullable;

/**
 * Why an item of a transaction had it cancelled, or that it had not.
 *
 * @param item the item whose condition failed, if the client asked for it
 */
public record CancellationReason(
        String code, @Nullable String message, @Nullable Item item) {

    static final CancellationReason NONE = new CancellationReason("None", null, null);

    static CancellationReason of(Exhausted exhausted) {
        return new CancellationReason(exhausted.code(), exhausted.message(), null);
    }

    /** The reason that an error of a single write becomes in a transaction. */
    static CancellationReason of(ServiceException e) {
        if (e instanceof ConditionalCheckFailed failed) {
            return new CancellationReason("ConditionalCheckFailed", e.message(), failed.item());
        }
        return new CancellationReason(
                e.code() == ErrorCode.DUPLICATE_ITEM ? "DuplicateItem" : "ValidationError", e.message(), null);
    }

    void write(JsonWriter json) {
        json.startObject();
        if (item != null) {
            AttributeValueWriter.writeMap(item.attributes(), json.name("Item"));
        }
        json.name("Code").string(code);
        if (message != null) {
            json.name("Message").string(message);
        }
        json.endObject();
    }
}
