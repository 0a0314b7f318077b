package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.expression.SetValue;
import com.anycompany.capacitydb.expression.Update;
import com.anycompany.capacitydb.expression.UpdateAction;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.value.AttributeType;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The updates of before there were expressions: {@code AttributeUpdates}. */
final class LegacyUpdates {

    private LegacyUpdates() {}

    static Update update(JsonObject updates, AttributeValueReader reader) {
        List<UpdateAction> actions = new ArrayList<>();
        updates.names().forEach(attribute -> actions.add(action(attribute, updates.objectOrEmpty(attribute), reader)));
        return new Update(actions);
    }

    private static UpdateAction action(String attribute, JsonObject json, AttributeValueReader reader) {
        String action = json.string("Action");
        JsonObject valueJson = json.object("Value");
        AttributeValue value = valueJson == null ? null : reader.read(valueJson);
        if (value == null && !"DELETE".equals(action)) {
            throw ServiceException.invalidParameter(
                    "Only DELETE action is allowed when no attribute value is specified");
        }
        checkType(action, value);
        Path path = Path.of(attribute);
        if (value == null) {
            return new UpdateAction.Remove(path);
        }
        if ("ADD".equals(action)) {
            return new UpdateAction.Add(path, value);
        }
        return "DELETE".equals(action)
                ? new UpdateAction.Delete(path, value)
                : new UpdateAction.Assign(path, new SetValue.Constant(value));
    }

    private static void checkType(@Nullable String action, @Nullable AttributeValue value) {
        if (value == null) {
            return;
        }
        AttributeType type = value.type();
        boolean addable = type.isSet() || type == AttributeType.N || type == AttributeType.L;
        if ("DELETE".equals(action) && !type.isSet() || "ADD".equals(action) && !addable) {
            String what = "DELETE".equals(action) ? " action with value" : " action";
            throw ServiceException.invalidParameter(action + what + " is not supported for the type " + type);
        }
    }
}
