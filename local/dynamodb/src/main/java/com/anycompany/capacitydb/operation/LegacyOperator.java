package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Comparator;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.Operand;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.value.AttributeType;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The comparison operators of legacy conditions, named as in the API. */
enum LegacyOperator {
    EQ(1, Types.ANY),
    NE(1, Types.ANY),
    LE(1, Types.ORDERED),
    LT(1, Types.ORDERED),
    GE(1, Types.ORDERED),
    GT(1, Types.ORDERED),
    NOT_NULL(0, Types.ANY),
    NULL(0, Types.ANY),
    CONTAINS(1, Types.SCALAR),
    NOT_CONTAINS(1, Types.SCALAR),
    BEGINS_WITH(1, Types.PREFIX),
    IN(LegacyOperator.MANY, Types.SCALAR),
    BETWEEN(2, Types.ORDERED);

    private static final int MANY = -1;

    private final int arguments;
    private final Set<AttributeType> types;

    LegacyOperator(int arguments, Set<AttributeType> types) {
        this.arguments = arguments;
        this.types = types;
    }

    boolean isUnary() {
        return arguments == 0;
    }

    void checkCount(int count) {
        if (arguments == MANY ? count == 0 : count != arguments) {
            throw ServiceException.invalidParameter(
                    "Invalid number of argument(s) for the " + this + " ComparisonOperator");
        }
    }

    void checkType(AttributeValue value) {
        if (!types.contains(value.type())) {
            throw ServiceException.invalidParameter(
                    "ComparisonOperator " + this + " is not valid for " + value.type() + " AttributeValue type");
        }
    }

    Condition condition(Path path, List<AttributeValue> values) {
        Operand place = new Operand.Place(path);
        List<Operand> operands =
                values.stream().map(value -> (Operand) new Operand.Value(value)).toList();
        return switch (this) {
            case EQ -> new Condition.Comparison(place, Comparator.EQUAL, operands.get(0));
            case NE -> new Condition.Comparison(place, Comparator.NOT_EQUAL, operands.get(0));
            case LE -> new Condition.Comparison(place, Comparator.LESS_OR_EQUAL, operands.get(0));
            case LT -> new Condition.Comparison(place, Comparator.LESS, operands.get(0));
            case GE -> new Condition.Comparison(place, Comparator.GREATER_OR_EQUAL, operands.get(0));
            case GT -> new Condition.Comparison(place, Comparator.GREATER, operands.get(0));
            case NOT_NULL -> new Condition.Exists(path);
            case NULL -> new Condition.NotExists(path);
            case CONTAINS -> new Condition.Contains(place, operands.get(0));
            case NOT_CONTAINS -> new Condition.Not(new Condition.Contains(place, operands.get(0)));
            case BEGINS_WITH -> new Condition.BeginsWith(place, operands.get(0));
            case IN -> new Condition.In(place, operands);
            case BETWEEN -> new Condition.Between(place, operands.get(0), operands.get(1));
        };
    }

    /** Sets of types. */
    private static final class Types {
        private static final Set<AttributeType> ANY = EnumSet.allOf(AttributeType.class);
        private static final Set<AttributeType> ORDERED = EnumSet.of(AttributeType.S, AttributeType.N, AttributeType.B);
        private static final Set<AttributeType> SCALAR =
                EnumSet.of(AttributeType.S, AttributeType.N, AttributeType.B, AttributeType.BOOL, AttributeType.NULL);
        private static final Set<AttributeType> PREFIX = EnumSet.of(AttributeType.S, AttributeType.B);
    }
}
