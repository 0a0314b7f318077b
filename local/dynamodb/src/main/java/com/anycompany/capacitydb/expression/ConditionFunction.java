package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.value.AttributeType;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The functions of conditions. */
enum ConditionFunction {
    ATTRIBUTE_EXISTS("attribute_exists", 1),
    ATTRIBUTE_NOT_EXISTS("attribute_not_exists", 1),
    ATTRIBUTE_TYPE("attribute_type", 2),
    BEGINS_WITH("begins_with", 2),
    CONTAINS("contains", 2),
    SIZE("size", 1);

    private static final String ANY_TYPE = "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}";

    private final String text;
    private final int operands;

    ConditionFunction(String text, int operands) {
        this.text = text;
        this.operands = operands;
    }

    String text() {
        return text;
    }

    int operands() {
        return operands;
    }

    static @Nullable ConditionFunction named(String text) {
        for (ConditionFunction function : values()) {
            if (function.text.equals(text)) {
                return function;
            }
        }
        return null;
    }

    /** The condition that a call with as many operands as it needs stands for. */
    Condition compile(List<Operand> operands, ConditionProblems problems) {
        problems.checkDistinct(text, operands.get(0), operands.subList(1, operands.size()));
        return switch (this) {
            case ATTRIBUTE_EXISTS -> new Condition.Exists(path(operands.get(0), problems));
            case ATTRIBUTE_NOT_EXISTS -> new Condition.NotExists(path(operands.get(0), problems));
            case ATTRIBUTE_TYPE -> new Condition.HasType(operands.get(0), typeName(operands.get(1), problems));
            case BEGINS_WITH -> beginsWith(operands, problems);
            case CONTAINS -> new Condition.Contains(operands.get(0), operands.get(1));
            case SIZE -> throw new IllegalStateException("size is no condition");
        };
    }

    private Path path(Operand operand, ConditionProblems problems) {
        if (operand instanceof Operand.Place place) {
            return place.path();
        }
        problems.add(
                ConditionProblem.OPERAND_TYPE,
                "Operator or function requires a document path; operator or function: " + text);
        return Path.of(text);
    }

    private AttributeType typeName(Operand operand, ConditionProblems problems) {
        if (!(operand instanceof Operand.Value value) || !(value.value() instanceof AttributeValue.S name)) {
            AttributeType type = operand.type();
            problems.wrongType(text, type == null ? ANY_TYPE : type.name());
            return AttributeType.S;
        }
        Optional<AttributeType> type = AttributeType.named(name.value());
        if (type.isEmpty()) {
            problems.add(
                    ConditionProblem.OPERAND_TYPE,
                    "Invalid attribute type name found; type: " + name.value()
                            + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
        }
        return type.orElse(AttributeType.S);
    }

    private Condition beginsWith(List<Operand> operands, ConditionProblems problems) {
        for (Operand operand : operands) {
            AttributeType type = operand.type();
            if (type != null && type != AttributeType.S && type != AttributeType.B) {
                problems.wrongType(text, type.name());
            }
        }
        return new Condition.BeginsWith(operands.get(0), operands.get(1));
    }
}
