package com.anycompany.capacitydb.partiql;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Comparator;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.Operand;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.value.AttributeType;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes conditions of the parse trees of WHERE clauses. */
final class ConditionBuilder extends PartiQlBaseVisitor<Condition> {

    private final ValueCompiler values;

    ConditionBuilder(ValueCompiler values) {
        this.values = values;
    }

    Condition build(PartiQlParser.ConditionContext tree) {
        return visit(tree);
    }

    @Override
    public Condition visitParentheses(PartiQlParser.ParenthesesContext tree) {
        return visit(tree.condition());
    }

    @Override
    public Condition visitNot(PartiQlParser.NotContext tree) {
        return new Condition.Not(visit(tree.condition()));
    }

    @Override
    public Condition visitAnd(PartiQlParser.AndContext tree) {
        Condition left = visit(tree.condition(0));
        return new Condition.And(left, visit(tree.condition(1)));
    }

    @Override
    public Condition visitOr(PartiQlParser.OrContext tree) {
        Condition left = visit(tree.condition(0));
        return new Condition.Or(left, visit(tree.condition(1)));
    }

    @Override
    public Condition visitComparison(PartiQlParser.ComparisonContext tree) {
        String symbol = tree.comparator.getText();
        Comparator comparator = Comparator.of(symbol.equals("!=") ? "<>" : symbol);
        Condition truth = comparedWithTruth(tree, comparator);
        if (truth != null) {
            return truth;
        }
        Operand left = operand(tree.value(0));
        Operand right = operand(tree.value(1));
        if (!comparator.isEquality()) {
            checkOrdered(comparator.symbol(), left);
            checkOrdered(comparator.symbol(), right);
        }
        return new Condition.Comparison(left, comparator, right);
    }

    /** {@code attribute_exists(a) = true} is the condition itself. */
    private @Nullable Condition comparedWithTruth(PartiQlParser.ComparisonContext tree, Comparator comparator) {
        if (!comparator.isEquality()
                || !(tree.value(0) instanceof PartiQlParser.FunctionValueContext call)
                || !(tree.value(1) instanceof PartiQlParser.FlagContext flag)
                || name(call.function()).equals("size")) {
            return null;
        }
        Condition condition = call(call.function());
        boolean holds = (flag.TRUE() != null) == (comparator == Comparator.EQUAL);
        return holds ? condition : new Condition.Not(condition);
    }

    private static void checkOrdered(String operator, Operand operand) {
        AttributeType type = operand.type();
        if (type != null && !type.isOrdered()) {
            throw ServiceException.validation("Incorrect operand type for operator or function; operator or function: "
                    + operator + ", operand type: " + type);
        }
    }

    @Override
    public Condition visitBetween(PartiQlParser.BetweenContext tree) {
        Operand operand = operand(tree.value(0));
        Operand lower = operand(tree.value(1));
        return negatedIf(tree.NOT() != null, new Condition.Between(operand, lower, operand(tree.value(2))));
    }

    @Override
    public Condition visitIn(PartiQlParser.InContext tree) {
        Operand operand = operand(tree.value(0));
        List<Operand> candidates = new ArrayList<>();
        tree.value().stream().skip(1).forEach(value -> candidates.add(operand(value)));
        if (candidates.size() > Condition.In.MAX_CANDIDATES) {
            throw ServiceException.validation(Condition.In.tooMany(candidates.size()));
        }
        return negatedIf(tree.NOT() != null, new Condition.In(operand, candidates));
    }

    @Override
    public Condition visitIs(PartiQlParser.IsContext tree) {
        Operand operand = operand(tree.value());
        Condition is;
        if (tree.MISSING() != null) {
            is = new Condition.NotExists(path("IS MISSING", operand));
        } else {
            is = new Condition.HasType(
                    operand, tree.NULL() != null ? AttributeType.NULL : type(ValueCompiler.name(tree.name())));
        }
        return negatedIf(tree.NOT() != null, is);
    }

    private static AttributeType type(String name) {
        for (AttributeType type : AttributeType.values()) {
            if (type.name().equalsIgnoreCase(name) || type.longName().equalsIgnoreCase(name)) {
                return type;
            }
        }
        throw StatementParser.notWellFormed("Unexpected type name " + name);
    }

    private static Condition negatedIf(boolean negated, Condition condition) {
        return negated ? new Condition.Not(condition) : condition;
    }

    @Override
    public Condition visitCall(PartiQlParser.CallContext tree) {
        return call(tree.function());
    }

    private Condition call(PartiQlParser.FunctionContext tree) {
        String name = name(tree);
        List<Operand> operands = new ArrayList<>();
        tree.value().forEach(value -> operands.add(operand(value)));
        return switch (name) {
            case "attribute_exists" -> {
                checkCount(name, 1, operands);
                yield new Condition.Exists(path(name, operands.get(0)));
            }
            case "attribute_not_exists" -> {
                checkCount(name, 1, operands);
                yield new Condition.NotExists(path(name, operands.get(0)));
            }
            case "attribute_type" -> {
                checkCount(name, 2, operands);
                yield new Condition.HasType(operands.get(0), namedType(operands.get(1)));
            }
            case "begins_with" -> {
                checkCount(name, 2, operands);
                yield new Condition.BeginsWith(operands.get(0), operands.get(1));
            }
            case "contains" -> {
                checkCount(name, 2, operands);
                yield new Condition.Contains(operands.get(0), operands.get(1));
            }
            default -> throw unrecognized(tree);
        };
    }

    private static AttributeType namedType(Operand operand) {
        Optional<AttributeType> type =
                operand instanceof Operand.Value value && value.value() instanceof AttributeValue.S s
                        ? AttributeType.named(s.value())
                        : Optional.empty();
        return type.orElseThrow(() -> ServiceException.validation(
                "Invalid attribute type name found; valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"));
    }

    private static void checkCount(String function, int wanted, List<Operand> operands) {
        if (operands.size() != wanted) {
            throw ServiceException.validation("Incorrect number of operands for operator or function; operator or "
                    + "function: " + function + ", number of operands: " + operands.size());
        }
    }

    private static Path path(String function, Operand operand) {
        if (operand instanceof Operand.Place place) {
            return place.path();
        }
        throw ServiceException.validation(
                "Operator or function requires a document path; operator or function: " + function);
    }

    private Operand operand(PartiQlParser.ValueContext tree) {
        if (tree instanceof PartiQlParser.ValueParenthesesContext inner) {
            return operand(inner.value());
        }
        if (tree instanceof PartiQlParser.PathValueContext path) {
            return new Operand.Place(values.path(path.path()));
        }
        if (tree instanceof PartiQlParser.FunctionValueContext call) {
            if (!name(call.function()).equals("size")) {
                throw unrecognized(call.function());
            }
            List<Operand> operands = new ArrayList<>();
            call.function().value().forEach(value -> operands.add(operand(value)));
            checkCount("size", 1, operands);
            return new Operand.Size(operands.get(0));
        }
        return new Operand.Value(values.constant(tree));
    }

    private static ServiceException unrecognized(PartiQlParser.FunctionContext tree) {
        return ServiceException.validation(
                "Unrecognized function: " + name(tree) + " at " + ValueCompiler.position(tree.getStart()));
    }

    private static String name(PartiQlParser.FunctionContext tree) {
        return StatementCompiler.lower(tree.getStart().getText());
    }
}
