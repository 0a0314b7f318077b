package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.value.AttributeType;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.ValueOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks of conditions, and what they found. */
final class ConditionProblems {

    private final Problems<ConditionProblem> all = new Problems<>(ConditionProblem.class);
    private Problems<ConditionProblem> ofThisCondition = new Problems<>(ConditionProblem.class);

    void add(ConditionProblem kind, String message) {
        (kind.compareTo(ConditionProblem.CONDITION) < 0 ? all : ofThisCondition).add(kind, message);
    }

    /** A comparison or call is complete; only its worst problem counts. */
    void endCondition() {
        String worst = ofThisCondition.worst();
        if (worst != null) {
            all.add(ConditionProblem.CONDITION, worst);
            ofThisCondition = new Problems<>(ConditionProblem.class);
        }
    }

    @Nullable
    String worst() {
        return all.worst();
    }

    void misused(String function) {
        add(
                ConditionProblem.MISUSED_FUNCTION,
                "The function is not allowed to be used this way in an expression; function: " + function);
    }

    boolean checkCount(ConditionFunction function, List<Operand> operands) {
        if (operands.size() == function.operands()) {
            return true;
        }
        add(
                ConditionProblem.OPERAND_COUNT,
                "Incorrect number of operands for operator or function; operator or function: " + function.text()
                        + ", number of operands: " + operands.size());
        return false;
    }

    void checkCandidates(List<Operand> candidates) {
        if (candidates.size() > Condition.In.MAX_CANDIDATES) {
            add(ConditionProblem.OPERAND_COUNT, Condition.In.tooMany(candidates.size()));
        }
    }

    void checkDistinct(String operator, Operand first, List<Operand> others) {
        if (first instanceof Operand.Place place && others.contains(first)) {
            add(
                    ConditionProblem.EQUAL_OPERANDS,
                    "The first operand must be distinct from the remaining operands for this operator or function; "
                            + "operator: " + operator + ", first operand: " + place.path());
        }
    }

    void checkOrdered(String operator, Operand operand) {
        AttributeType type = operand.type();
        if (type != null && !type.isOrdered()) {
            wrongType(operator, type.name());
        }
    }

    void checkSizeOperand(Operand operand) {
        AttributeType type = operand.type();
        if (type == AttributeType.N || type == AttributeType.BOOL || type == AttributeType.NULL) {
            wrongType("size", type.name());
        }
    }

    void wrongType(String function, String type) {
        add(
                ConditionProblem.OPERAND_TYPE,
                "Incorrect operand type for operator or function; operator or function: " + function
                        + ", operand type: " + type);
    }

    void checkBounds(AttributeValue lower, AttributeValue upper) {
        if (lower.type() != upper.type()) {
            add(
                    ConditionProblem.OPERAND_TYPE,
                    "The BETWEEN operator requires same data type for lower and upper bounds; " + bounds(lower, upper));
        } else if (ValueOrder.isComparable(lower, upper) && ValueOrder.compare(lower, upper) > 0) {
            add(
                    ConditionProblem.OPERAND_TYPE,
                    "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
                            + bounds(lower, upper));
        }
    }

    private static String bounds(AttributeValue lower, AttributeValue upper) {
        return "lower bound operand: AttributeValue: {" + shown(lower) + "}, upper bound operand: AttributeValue: {"
                + shown(upper) + "}";
    }

    private static String shown(AttributeValue value) {
        if (value instanceof AttributeValue.S string) {
            return "S:" + string.value();
        }
        if (value instanceof AttributeValue.N number) {
            return "N:" + number.value();
        }
        return value.type() + ":" + (value instanceof AttributeValue.B binary ? binary.value() : "");
    }
}
