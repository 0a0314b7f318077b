package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.capacity.ReadCost;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.ExpressionKind;
import com.anycompany.capacitydb.expression.Expressions;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.item.ItemReader;
import com.anycompany.capacitydb.item.PageRequest;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Flag;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.shape.Whole;
import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.ItemKey;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.value.AttributeValueReader;
import com.anycompany.capacitydb.value.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads all items of a table or index, or of one of several segments. */
public final class Scan implements Operation {

    private static final List<ExpressionKind> KINDS = List.of(ExpressionKind.PROJECTION, ExpressionKind.FILTER);
    private static final List<String> LEGACY = List.of("AttributesToGet", "ScanFilter", "ConditionalOperator");
    private static final int MAX_SEGMENTS = 1_000_000;

    private final Expressions expressions;
    private final ItemReader items;

    public Scan(Expressions expressions, ItemReader items) {
        this.expressions = expressions;
        this.items = items;
    }

    @Override
    public Structure input() {
        return new Structure("ScanInput")
                .optional("Limit", Whole.positiveInteger())
                .optional("ExclusiveStartKey", RequestShapes.ITEM)
                .optional("ReturnConsumedCapacity", RequestShapes.CAPACITY)
                .optional("AttributesToGet", RequestShapes.ATTRIBUTES_TO_GET)
                .optional("ScanFilter", RequestShapes.CONDITIONS)
                .optional("Select", RequestShapes.SELECT)
                .optional("ConditionalOperator", RequestShapes.CONDITIONAL_OPERATOR)
                .required("TableName", RequestShapes.TABLE)
                .optional("ConsistentRead", new Flag())
                .optional("IndexName", Text.name())
                .optional("Segment", Whole.integer(0, MAX_SEGMENTS - 1))
                .optional("TotalSegments", Whole.integer(1, MAX_SEGMENTS))
                .optional("FilterExpression", RequestShapes.TEXT)
                .optional("ProjectionExpression", RequestShapes.TEXT)
                .optional("ExpressionAttributeValues", RequestShapes.ITEM)
                .optional("ExpressionAttributeNames", RequestShapes.NAMES);
    }

    @Override
    public Answer perform(JsonObject request) {
        ExpressionInput.checkParameters(request, KINDS, LEGACY, Wording.OLDER);
        PageInput.checkSelect(request);
        Condition legacyFilter =
                new LegacyConditions(new AttributeValueReader(Wording.OLDER)).filter(request, "ScanFilter");
        List<Path> attributes = request.has("AttributesToGet") ? ProjectionInput.attributesToGet(request) : null;
        var startKey = PageParameters.startKey(request, Wording.OLDER);
        Segment segment = Segment.of(request.number("Segment"), request.number("TotalSegments"));
        ExpressionInput input = ExpressionInput.of(request, expressions, Wording.OLDER);
        Condition filter = input.condition(ExpressionKind.FILTER);
        List<Path> projection = input.projection();
        input.checkAllUsed();
        PageInput page = new PageInput(
                request.string("IndexName"),
                request.string("Select"),
                projection == null ? attributes : projection,
                filter == null ? legacyFilter : filter,
                startKey,
                request.isTrue("ConsistentRead"),
                PageParameters.limit(request));
        return new PageAnswer(
                request, items.page(request.text("TableName"), table -> pageRequest(table, page, segment)));
    }

    private static PageRequest pageRequest(TableDefinition table, PageInput page, Segment segment) {
        IndexDefinition index = page.index(table);
        return new PageRequest(
                index,
                List.of(segment.range(page.start(table, index))),
                page.limit(),
                page.filter(),
                page.selection(index),
                ReadCost.of(page.consistent()));
    }

    /** A share of all hashes of partition keys. */
    private record Segment(int number, int total) {

        private static Segment of(@Nullable Long number, @Nullable Long total) {
            if (number == null && total == null) {
                return new Segment(0, 1);
            }
            if (total == null) {
                throw ServiceException.validation(
                        "The TotalSegments parameter is required but was not present in the request when Segment "
                                + "parameter is present");
            }
            if (number == null) {
                throw ServiceException.validation(
                        "The Segment parameter is required but was not present in the request when parameter "
                                + "TotalSegments is present");
            }
            if (number >= total) {
                throw ServiceException.validation("The Segment parameter is zero-based and must be less than parameter "
                        + "TotalSegments: Segment: " + number + " is not less than TotalSegments: " + total);
            }
            return new Segment(number.intValue(), total.intValue());
        }

        private PageRequest.Range range(@Nullable ItemKey start) {
            ItemKey from = number == 0 ? null : ItemKey.beforeHash(firstHash(number));
            ItemKey to = number == total - 1 ? null : ItemKey.beforeHash(firstHash(number + 1));
            if (start == null) {
                return new PageRequest.Range(from, to, true);
            }
            if (from != null && start.compareTo(from) < 0 || to != null && start.compareTo(to) > 0) {
                throw ServiceException.validation(
                        "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey "
                                + "with correct Segment. TotalSegments: " + total + " Segment: " + number);
            }
            return new PageRequest.Range(start, to, true);
        }

        private int firstHash(int segment) {
            return (int) (Integer.MIN_VALUE + ((1L << Integer.SIZE) * segment) / total);
        }
    }
}
