package com.anycompany.capacitydb.item;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.value.AttributeValueWriter;
import org.jspecify.annotations.Nullable;

/** The condition of a write didn't hold; carries the item if the client asked for it. */
public final class ConditionalCheckFailed extends ServiceException {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Item item;

    ConditionalCheckFailed(@Nullable Item item) {
        super(ErrorCode.CONDITIONAL_CHECK_FAILED, "The conditional request failed");
        this.item = item;
    }

    public @Nullable Item item() {
        return item;
    }

    @Override
    public void writeDetails(JsonWriter json) {
        if (item != null) {
            AttributeValueWriter.writeMap(item.attributes(), json.name("Item"));
        }
    }
}
