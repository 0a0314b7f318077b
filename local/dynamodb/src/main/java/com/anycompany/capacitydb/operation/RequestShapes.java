package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.shape.Flag;
import com.anycompany.capacitydb.shape.ListOf;
import com.anycompany.capacitydb.shape.MapOf;
import com.anycompany.capacitydb.shape.Shape;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.TableName;
import com.anycompany.capacitydb.shape.Text;

/** Shapes that several operations have in their requests. */
public final class RequestShapes {

    public static final Shape TABLE = new TableName(1);

    /** Where tables are managed. */
    static final Shape MANAGED_TABLE = new TableName(3);

    public static final Shape ITEM = MapOf.attributeValues();
    public static final Shape NAMES = MapOf.names();
    public static final Shape TEXT = Text.any();
    public static final Shape CAPACITY = Text.oneOf("INDEXES", "TOTAL", "NONE");
    public static final Shape METRICS = Text.oneOf("SIZE", "NONE");
    public static final Shape ON_FAILURE = Text.oneOf("ALL_OLD", "NONE");
    public static final Shape RETURN_VALUES = Text.oneOf("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");
    public static final Shape SELECT =
            Text.oneOf("SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES");
    public static final Shape CONDITIONAL_OPERATOR = Text.oneOf("OR", "AND");
    public static final Shape ATTRIBUTES_TO_GET = ListOf.length(Text.length(0, 65_535), 1, 255);

    private static final Shape COMPARISON_OPERATOR = Text.oneOf(
            "IN",
            "NULL",
            "BETWEEN",
            "LT",
            "NOT_CONTAINS",
            "EQ",
            "GT",
            "NOT_NULL",
            "NE",
            "LE",
            "BEGINS_WITH",
            "GE",
            "CONTAINS");

    /** {@code QueryFilter}, {@code ScanFilter} and {@code KeyConditions}. */
    static final Shape CONDITIONS = MapOf.of(
            new Structure("Condition")
                    .optional("AttributeValueList", ListOf.any(MapOf.attributeValue()))
                    .required("ComparisonOperator", COMPARISON_OPERATOR),
            "com.amazonaws.dynamodb.v20120810.Condition");

    /** {@code Expected}. */
    static final Shape EXPECTED = MapOf.of(
            new Structure("ExpectedAttributeValue")
                    .optional("Value", MapOf.attributeValue())
                    .optional("Exists", new Flag())
                    .optional("ComparisonOperator", COMPARISON_OPERATOR)
                    .optional("AttributeValueList", ListOf.any(MapOf.attributeValue())),
            "com.amazonaws.dynamodb.v20120810.ExpectedAttributeValue");

    private RequestShapes() {}

    /** The members of each write with a condition. */
    static Structure conditionalWrite(String type) {
        return new Structure(type)
                .firstOnly()
                .optional("ReturnConsumedCapacity", CAPACITY)
                .required("TableName", TABLE)
                .optional("ReturnValues", RETURN_VALUES)
                .optional("Expected", EXPECTED)
                .optional("ConditionalOperator", CONDITIONAL_OPERATOR)
                .optional("ConditionExpression", TEXT)
                .optional("ExpressionAttributeNames", NAMES)
                .optional("ExpressionAttributeValues", ITEM)
                .optional("ReturnValuesOnConditionCheckFailure", ON_FAILURE)
                .optional("ReturnItemCollectionMetrics", METRICS);
    }
}
