package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.ExpressionKind;
import com.anycompany.capacitydb.expression.Expressions;
import com.anycompany.capacitydb.expression.Update;
import com.anycompany.capacitydb.item.ItemLimits;
import com.anycompany.capacitydb.item.ItemWrite;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueReader;
import com.anycompany.capacitydb.value.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the writes of single items that PutItem, UpdateItem, DeleteItem and the items of transactions describe. */
public final class WriteInput {

    private static final List<String> LEGACY = List.of("Expected", "ConditionalOperator");
    private static final List<String> LEGACY_UPDATE = List.of("AttributeUpdates", "Expected", "ConditionalOperator");

    private final Expressions expressions;
    private final Wording wording;

    public WriteInput(Expressions expressions, Wording wording) {
        this.expressions = expressions;
        this.wording = wording;
    }

    public ItemWrite.Put put(JsonObject request) {
        ExpressionInput.checkParameters(request, List.of(ExpressionKind.CONDITION), LEGACY, wording);
        if (wording == Wording.OLDER) {
            checkNames(request.objectOrEmpty("Item").names());
        }
        Map<String, AttributeValue> item = reader().readMap(request.objectOrEmpty("Item"));
        checkNames(item.keySet());
        Condition condition = condition(request);
        ItemLimits.checkSize(item);
        return new ItemWrite.Put(request.text("TableName"), item, condition, returnsItemOnFailure(request));
    }

    public ItemWrite.Delete delete(JsonObject request) {
        ExpressionInput.checkParameters(request, List.of(ExpressionKind.CONDITION), LEGACY, wording);
        Map<String, AttributeValue> key = key(request);
        return new ItemWrite.Delete(request.text("TableName"), key, condition(request), returnsItemOnFailure(request));
    }

    public ItemWrite.Check check(JsonObject request) {
        ExpressionInput.checkParameters(request, List.of(ExpressionKind.CONDITION), List.of(), wording);
        Map<String, AttributeValue> key = key(request);
        Condition condition = condition(request);
        if (condition == null) {
            throw new IllegalStateException("the shape requires a condition");
        }
        return new ItemWrite.Check(request.text("TableName"), key, condition, returnsItemOnFailure(request));
    }

    public ItemWrite.Change update(JsonObject request) {
        ExpressionInput.checkParameters(
                request, List.of(ExpressionKind.UPDATE, ExpressionKind.CONDITION), LEGACY_UPDATE, wording);
        Map<String, AttributeValue> key = key(request);
        JsonObject updates = request.object("AttributeUpdates");
        Update legacy = updates == null ? null : LegacyUpdates.update(updates, reader());
        Condition expected = new LegacyConditions(reader()).expected(request);
        ExpressionInput input = ExpressionInput.of(request, expressions, wording);
        Update update = input.update();
        Condition condition = input.condition(ExpressionKind.CONDITION);
        input.checkAllUsed();
        return new ItemWrite.Change(
                request.text("TableName"),
                key,
                update != null ? update : legacy != null ? legacy : new Update(new ArrayList<>()),
                condition == null ? expected : condition,
                returnsItemOnFailure(request));
    }

    private Map<String, AttributeValue> key(JsonObject request) {
        return reader().readMap(request.objectOrEmpty("Key"));
    }

    private @Nullable Condition condition(JsonObject request) {
        Condition expected = new LegacyConditions(reader()).expected(request);
        ExpressionInput input = ExpressionInput.of(request, expressions, wording);
        Condition condition = input.condition(ExpressionKind.CONDITION);
        input.checkAllUsed();
        return condition == null ? expected : condition;
    }

    private static void checkNames(Set<String> names) {
        if (names.contains("")) {
            throw ServiceException.validation("Empty attribute name");
        }
    }

    private AttributeValueReader reader() {
        return new AttributeValueReader(wording);
    }

    private static boolean returnsItemOnFailure(JsonObject request) {
        return "ALL_OLD".equals(request.string("ReturnValuesOnConditionCheckFailure"));
    }
}
