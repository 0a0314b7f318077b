package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.expression.Expressions;
import com.anycompany.capacitydb.expression.Projection;
import com.anycompany.capacitydb.item.ItemWrite;
import com.anycompany.capacitydb.item.ItemWriter;
import com.anycompany.capacitydb.item.Written;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.MapOf;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.Wording;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Updates the item with a key, or creates it. */
public final class UpdateItem implements Operation {

    private final WriteInput input;
    private final ItemWriter items;

    public UpdateItem(Expressions expressions, ItemWriter items) {
        this.input = new WriteInput(expressions, Wording.CURRENT);
        this.items = items;
    }

    @Override
    public Structure input() {
        Structure update = new Structure("AttributeValueUpdate")
                .optional("Value", MapOf.attributeValue())
                .optional("Action", Text.oneOf("ADD", "DELETE", "PUT"));
        return RequestShapes.conditionalWrite("UpdateItemInput")
                .optional("AttributeUpdates", MapOf.of(update, "com.amazonaws.dynamodb.v20120810.AttributeValueUpdate"))
                .optional("UpdateExpression", RequestShapes.TEXT)
                .required("Key", RequestShapes.ITEM);
    }

    @Override
    public Answer perform(JsonObject request) {
        ItemWrite.Change change = Envelope.around(() -> input.update(request));
        Written written = items.write(change);
        return new WriteAnswer(request, written, attributes(request, change, written), change.key());
    }

    private static @Nullable Map<String, AttributeValue> attributes(
            JsonObject request, ItemWrite.Change change, Written written) {
        String wanted = request.string("ReturnValues");
        if (wanted == null) {
            return null;
        }
        return switch (wanted) {
            case "ALL_OLD" -> all(written.old());
            case "ALL_NEW" -> all(written.current());
            case "UPDATED_OLD" -> updated(written.old(), change);
            case "UPDATED_NEW" -> updated(written.current(), change);
            default -> null;
        };
    }

    private static @Nullable Map<String, AttributeValue> all(@Nullable Item item) {
        return item == null ? null : item.attributes();
    }

    private static @Nullable Map<String, AttributeValue> updated(@Nullable Item item, ItemWrite.Change change) {
        if (item == null) {
            return null;
        }
        Map<String, AttributeValue> updated = new Projection(change.update().paths()).of(item.attributes());
        return updated.isEmpty() ? null : updated;
    }
}
