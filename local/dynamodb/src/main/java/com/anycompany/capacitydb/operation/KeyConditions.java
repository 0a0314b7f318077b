package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Comparator;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.ExpressionKind;
import com.anycompany.capacitydb.expression.Operand;
import com.anycompany.capacitydb.item.KeyTest;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the condition of a query apart, which may only combine conditions on key attributes with AND. */
final class KeyConditions {

    private final Map<String, KeyTest> tests = new LinkedHashMap<>();

    private KeyConditions() {}

    /** The conditions by attribute. */
    static Map<String, KeyTest> of(Condition condition) {
        KeyConditions conditions = new KeyConditions();
        conditions.add(condition);
        return conditions.tests;
    }

    /** The legacy conditions by attribute. */
    static Map<String, KeyTest> of(List<Condition> all) {
        KeyConditions conditions = new KeyConditions();
        all.forEach(conditions::add);
        return conditions.tests;
    }

    private void add(Condition condition) {
        if (condition instanceof Condition.And and) {
            add(and.left());
            add(and.right());
        } else if (condition instanceof Condition.Comparison comparison) {
            if (comparison.comparator() == Comparator.NOT_EQUAL) {
                throw unsupported("<>");
            }
            addComparison(comparison);
        } else if (condition instanceof Condition.Between between) {
            String attribute = attribute("BETWEEN", between.operand());
            put(attribute, new KeyTest(KeyTest.Kind.BETWEEN, values(List.of(between.lower(), between.upper()))));
        } else if (condition instanceof Condition.BeginsWith begins) {
            String attribute = attribute("begins_with", begins.operand());
            put(attribute, new KeyTest(KeyTest.Kind.BEGINS_WITH, values(List.of(begins.prefix()))));
        } else {
            throw unsupported(operator(condition));
        }
    }

    private void addComparison(Condition.Comparison comparison) {
        boolean placeFirst = comparison.left() instanceof Operand.Place;
        Operand place = placeFirst ? comparison.left() : comparison.right();
        Operand value = placeFirst ? comparison.right() : comparison.left();
        if (place instanceof Operand.Size || value instanceof Operand.Size) {
            throw ServiceException.validation("KeyConditionExpressions cannot contain nested operations");
        }
        if (!(place instanceof Operand.Place attribute)) {
            throw ServiceException.validation(
                    "Invalid condition in KeyConditionExpression: No key attribute specified");
        }
        Comparator comparator =
                placeFirst ? comparison.comparator() : comparison.comparator().swapped();
        put(name(attribute), new KeyTest(kind(comparator), values(List.of(value))));
    }

    private static KeyTest.Kind kind(Comparator comparator) {
        return switch (comparator) {
            case EQUAL -> KeyTest.Kind.EQUAL;
            case LESS -> KeyTest.Kind.LESS;
            case LESS_OR_EQUAL -> KeyTest.Kind.LESS_OR_EQUAL;
            case GREATER -> KeyTest.Kind.GREATER;
            case GREATER_OR_EQUAL -> KeyTest.Kind.GREATER_OR_EQUAL;
            case NOT_EQUAL -> throw unsupported("<>");
        };
    }

    private static String attribute(String operator, Operand operand) {
        if (operand instanceof Operand.Size) {
            throw ServiceException.validation("KeyConditionExpressions cannot contain nested operations");
        }
        if (operand instanceof Operand.Place place) {
            return name(place);
        }
        throw ServiceException.validation("Invalid condition in KeyConditionExpression: " + operator
                + " operator must have the key attribute as its first operand");
    }

    private static String name(Operand.Place place) {
        if (place.path().isNested()) {
            throw ServiceException.validation("KeyConditionExpressions cannot have conditions on nested attributes");
        }
        return place.path().attribute();
    }

    private static List<AttributeValue> values(List<Operand> operands) {
        List<AttributeValue> values = new ArrayList<>();
        for (Operand operand : operands) {
            if (operand instanceof Operand.Value value) {
                values.add(value.value());
            } else if (operand instanceof Operand.Size) {
                throw ServiceException.validation("KeyConditionExpressions cannot contain nested operations");
            } else {
                throw ServiceException.validation("Invalid condition in KeyConditionExpression: "
                        + "Multiple attribute names used in one condition");
            }
        }
        return values;
    }

    private void put(String attribute, KeyTest test) {
        if (tests.put(attribute, test) != null) {
            throw ExpressionKind.KEY_CONDITION.invalid(
                    "KeyConditionExpressions must only contain one condition per key");
        }
    }

    private static String operator(Condition condition) {
        if (condition instanceof Condition.Or) {
            return "OR";
        }
        if (condition instanceof Condition.Not) {
            return "NOT";
        }
        if (condition instanceof Condition.In) {
            return "IN";
        }
        if (condition instanceof Condition.Exists) {
            return "attribute_exists";
        }
        if (condition instanceof Condition.NotExists) {
            return "attribute_not_exists";
        }
        return condition instanceof Condition.HasType ? "attribute_type" : "contains";
    }

    private static ServiceException unsupported(String operator) {
        return ServiceException.validation("Invalid operator used in KeyConditionExpression: " + operator);
    }
}
