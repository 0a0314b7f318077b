package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.capacity.ReadCost;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.ConditionPaths;
import com.anycompany.capacitydb.expression.ExpressionKind;
import com.anycompany.capacitydb.expression.Expressions;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.item.ItemReader;
import com.anycompany.capacitydb.item.KeyRange;
import com.anycompany.capacitydb.item.KeyTest;
import com.anycompany.capacitydb.item.PageRequest;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Flag;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.shape.Whole;
import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.KeySchema;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.value.AttributeValueReader;
import com.anycompany.capacitydb.value.Wording;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the items of one partition of a table or index, in the order of their sort keys. */
public final class Query implements Operation {

    private static final List<ExpressionKind> KINDS =
            List.of(ExpressionKind.PROJECTION, ExpressionKind.FILTER, ExpressionKind.KEY_CONDITION);
    private static final int MAX_CONDITIONS = 2;

    private final Expressions expressions;
    private final ItemReader items;

    public Query(Expressions expressions, ItemReader items) {
        this.expressions = expressions;
        this.items = items;
    }

    @Override
    public Structure input() {
        return new Structure("QueryInput")
                .optional("Limit", Whole.unshownPositiveInteger("Limit"))
                .optional("ExclusiveStartKey", RequestShapes.ITEM)
                .optional("ReturnConsumedCapacity", RequestShapes.CAPACITY)
                .optional("AttributesToGet", RequestShapes.ATTRIBUTES_TO_GET)
                .optional("QueryFilter", RequestShapes.CONDITIONS)
                .optional("Select", RequestShapes.SELECT)
                .optional("ConditionalOperator", RequestShapes.CONDITIONAL_OPERATOR)
                .optional("KeyConditions", RequestShapes.CONDITIONS)
                .required("TableName", RequestShapes.TABLE)
                .optional("ConsistentRead", new Flag())
                .optional("IndexName", Text.name())
                .optional("ScanIndexForward", new Flag())
                .optional("KeyConditionExpression", RequestShapes.TEXT)
                .optional("FilterExpression", RequestShapes.TEXT)
                .optional("ProjectionExpression", RequestShapes.TEXT)
                .optional("ExpressionAttributeValues", RequestShapes.ITEM)
                .optional("ExpressionAttributeNames", RequestShapes.NAMES);
    }

    @Override
    public Answer perform(JsonObject request) {
        ExpressionInput.checkParameters(request, KINDS, legacyParameters(request), Wording.CURRENT);
        PageInput.checkSelect(request);
        LegacyConditions legacy = new LegacyConditions(new AttributeValueReader(Wording.CURRENT));
        Condition legacyFilter = legacy.filter(request, "QueryFilter");
        List<Path> attributes = request.has("AttributesToGet") ? ProjectionInput.attributesToGet(request) : null;
        var startKey = PageParameters.startKey(request, Wording.CURRENT);
        if (!request.has("KeyConditions") && !request.has("KeyConditionExpression")) {
            throw ServiceException.validation(
                    "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        }
        ExpressionInput input = ExpressionInput.of(request, expressions, Wording.CURRENT);
        Condition keyCondition = input.condition(ExpressionKind.KEY_CONDITION);
        Condition filter = input.condition(ExpressionKind.FILTER);
        List<Path> projection = input.projection();
        input.checkAllUsed();
        Map<String, KeyTest> keys = keyCondition == null
                ? KeyConditions.of(legacy.keyConditions(request.objectOrEmpty("KeyConditions")))
                : KeyConditions.of(keyCondition);
        PageInput page = new PageInput(
                request.string("IndexName"),
                request.string("Select"),
                projection == null ? attributes : projection,
                filter == null ? legacyFilter : filter,
                startKey,
                request.isTrue("ConsistentRead"),
                PageParameters.limit(request));
        boolean forward = !Boolean.FALSE.equals(request.bool("ScanIndexForward"));
        return new PageAnswer(
                request, items.page(request.text("TableName"), table -> pageRequest(table, page, keys, forward)));
    }

    private static List<String> legacyParameters(JsonObject request) {
        return request.has("KeyConditions") && !request.has("KeyConditionExpression")
                ? List.of("AttributesToGet", "QueryFilter", "ConditionalOperator")
                : List.of("AttributesToGet", "QueryFilter", "ConditionalOperator", "KeyConditions");
    }

    private static PageRequest pageRequest(
            TableDefinition table, PageInput page, Map<String, KeyTest> keys, boolean forward) {
        IndexDefinition index = page.index(table);
        KeySchema schema = index == null ? table.keys() : index.keys();
        if (keys.size() > schema.length() && keys.size() > MAX_CONDITIONS) {
            throw ServiceException.validation("The number of query conditions (" + keys.size()
                    + ") exceeds the number of key attributes defined in the schema (" + schema.length() + ")");
        }
        PageRequest.Range range = KeyRange.of(schema, keys, forward, page.start(table, index));
        checkFilter(schema, page.filter());
        return new PageRequest(
                index,
                List.of(range),
                page.limit(),
                page.filter(),
                page.selection(index),
                ReadCost.of(page.consistent()));
    }

    /** What the key conditions are for, the filter mustn't do. */
    private static void checkFilter(KeySchema schema, @Nullable Condition filter) {
        if (filter == null) {
            return;
        }
        for (Path path : ConditionPaths.of(filter)) {
            if (schema.contains(path.attribute())) {
                throw ServiceException.validation("Filter Expression can only contain non-primary key attributes: "
                        + "Primary key attribute: " + path.attribute());
            }
        }
    }
}
