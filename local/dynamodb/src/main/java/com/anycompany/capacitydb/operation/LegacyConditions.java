package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Comparator;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.Operand;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueReader;
import com.anycompany.capacitydb.value.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of before there were expressions: {@code Expected}, filters and {@code KeyConditions}. */
final class LegacyConditions {

    private final AttributeValueReader reader;

    LegacyConditions(AttributeValueReader reader) {
        this.reader = reader;
    }

    /** The condition of {@code QueryFilter} or {@code ScanFilter}; null if the request has none. */
    @Nullable
    Condition filter(JsonObject request, String parameter) {
        JsonObject filters = request.object(parameter);
        checkOperator(request, filters);
        return filters == null ? null : combined(conditions(filters), request.string("ConditionalOperator"));
    }

    /** The conditions of {@code KeyConditions}, one for each attribute. */
    List<Condition> keyConditions(JsonObject keyConditions) {
        return conditions(keyConditions);
    }

    /** The condition of {@code Expected}; null if the request has none. */
    @Nullable
    Condition expected(JsonObject request) {
        JsonObject expected = request.object("Expected");
        checkOperator(request, expected);
        if (expected == null) {
            return null;
        }
        List<Condition> conditions = new ArrayList<>();
        expected.names()
                .forEach(attribute -> conditions.add(expectation(attribute, expected.objectOrEmpty(attribute))));
        return combined(conditions, request.string("ConditionalOperator"));
    }

    private static void checkOperator(JsonObject request, @Nullable JsonObject conditions) {
        if (!request.has("ConditionalOperator")) {
            return;
        }
        if (conditions == null || conditions.members().isEmpty()) {
            throw ServiceException.validation("ConditionalOperator cannot be used without Filter or Expected");
        }
        if (conditions.members().size() == 1) {
            throw ServiceException.validation(
                    "ConditionalOperator can only be used when Filter or Expected has two or more elements");
        }
    }

    private static @Nullable Condition combined(List<Condition> conditions, @Nullable String operator) {
        Condition all = null;
        for (Condition next : conditions) {
            if (all == null) {
                all = next;
            } else {
                all = "OR".equals(operator) ? new Condition.Or(all, next) : new Condition.And(all, next);
            }
        }
        return all;
    }

    private List<Condition> conditions(JsonObject json) {
        List<Condition> conditions = new ArrayList<>();
        json.names().forEach(attribute -> {
            JsonObject condition = json.objectOrEmpty(attribute);
            List<AttributeValue> values = condition.objects("AttributeValueList").stream()
                    .map(reader::read)
                    .toList();
            conditions.add(condition(attribute, LegacyOperator.valueOf(condition.text("ComparisonOperator")), values));
        });
        return conditions;
    }

    private Condition expectation(String attribute, JsonObject json) {
        checkExpectation(attribute, json);
        JsonObject value = json.object("Value");
        String operator = json.string("ComparisonOperator");
        if (operator != null) {
            List<AttributeValue> values = value == null
                    ? json.objects("AttributeValueList").stream()
                            .map(reader::read)
                            .toList()
                    : List.of(reader.read(value));
            return condition(attribute, LegacyOperator.valueOf(operator), values);
        }
        return value == null
                ? new Condition.NotExists(Path.of(attribute))
                : new Condition.Comparison(
                        new Operand.Place(Path.of(attribute)), Comparator.EQUAL, new Operand.Value(reader.read(value)));
    }

    private static void checkExpectation(String attribute, JsonObject json) {
        boolean value = json.has("Value");
        boolean list = json.has("AttributeValueList");
        String operator = json.string("ComparisonOperator");
        Boolean exists = json.bool("Exists");
        String where = " for Attribute: " + attribute;
        if (value && list) {
            throw ServiceException.invalidParameter("Value and AttributeValueList cannot be used together" + where);
        }
        if (operator != null) {
            if (exists != null) {
                throw ServiceException.invalidParameter(
                        "Exists and ComparisonOperator cannot be used together" + where);
            }
            if (!value && !list && !LegacyOperator.valueOf(operator).isUnary()) {
                throw ServiceException.invalidParameter(
                        "Value or AttributeValueList must be used with ComparisonOperator: " + operator + where);
            }
        } else if (list) {
            throw ServiceException.invalidParameter(
                    "AttributeValueList can only be used with a ComparisonOperator" + where);
        } else if (!value && !Boolean.FALSE.equals(exists)) {
            throw ServiceException.invalidParameter("Value must be provided when Exists is " + exists + where);
        } else if (value && Boolean.FALSE.equals(exists)) {
            throw ServiceException.invalidParameter("Value cannot be used when Exists is false" + where);
        }
    }

    private static Condition condition(String attribute, LegacyOperator operator, List<AttributeValue> values) {
        operator.checkCount(values.size());
        for (AttributeValue value : values) {
            if (value.type() != values.get(0).type()) {
                throw ServiceException.invalidParameter(
                        "AttributeValues inside AttributeValueList must be of same type");
            }
        }
        values.forEach(operator::checkType);
        if (operator == LegacyOperator.BETWEEN && ValueOrder.compare(values.get(0), values.get(1)) > 0) {
            throw ServiceException.validation("The BETWEEN condition was provided a range where the lower bound is "
                    + "greater than the upper bound");
        }
        return operator.condition(Path.of(attribute), values);
    }
}
