package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.expression.ConditionParser.OperandContext;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Makes compiled nodes of a condition's parse tree, with the names and values of one request. */
final class ConditionCompiler extends ConditionBaseVisitor<Condition> {

    private final ExpressionKind kind;
    private final ConditionProblems problems = new ConditionProblems();
    private final OperandCompiler operands;

    private ConditionCompiler(ExpressionKind kind, Placeholders placeholders) {
        this.kind = kind;
        this.operands = new OperandCompiler(placeholders, problems);
    }

    static Condition compile(ExpressionKind kind, ConditionParser.StartContext tree, Placeholders placeholders) {
        ConditionCompiler compiler = new ConditionCompiler(kind, placeholders);
        Condition condition = compiler.visit(tree.condition());
        String problem = compiler.problems.worst();
        if (problem != null) {
            throw compiler.kind.invalid(problem);
        }
        return condition;
    }

    @Override
    public Condition visitParentheses(ConditionParser.ParenthesesContext tree) {
        if (tree.condition() instanceof ConditionParser.ParenthesesContext) {
            problems.add(ConditionProblem.PARENTHESES, "The expression has redundant parentheses;");
        }
        return visit(tree.condition());
    }

    @Override
    public Condition visitNot(ConditionParser.NotContext tree) {
        return new Condition.Not(visit(tree.condition()));
    }

    @Override
    public Condition visitAnd(ConditionParser.AndContext tree) {
        return new Condition.And(visit(tree.condition(0)), visit(tree.condition(1)));
    }

    @Override
    public Condition visitOr(ConditionParser.OrContext tree) {
        return new Condition.Or(visit(tree.condition(0)), visit(tree.condition(1)));
    }

    @Override
    public Condition visitComparison(ConditionParser.ComparisonContext tree) {
        Comparator comparator = Comparator.of(tree.comparator.getText());
        Operand left = operands.compile(tree.operand(0));
        Operand right = operands.compile(tree.operand(1));
        problems.checkDistinct(comparator.symbol(), left, List.of(right));
        if (!comparator.isEquality()) {
            problems.checkOrdered(comparator.symbol(), left);
            problems.checkOrdered(comparator.symbol(), right);
        }
        problems.endCondition();
        return new Condition.Comparison(left, comparator, right);
    }

    @Override
    public Condition visitBetween(ConditionParser.BetweenContext tree) {
        Operand operand = operands.compile(tree.operand(0));
        Operand lower = operands.compile(tree.operand(1));
        Operand upper = operands.compile(tree.operand(2));
        problems.checkDistinct("BETWEEN", operand, List.of(lower, upper));
        problems.checkOrdered("BETWEEN", operand);
        problems.checkOrdered("BETWEEN", lower);
        problems.checkOrdered("BETWEEN", upper);
        if (lower instanceof Operand.Value low && upper instanceof Operand.Value high) {
            problems.checkBounds(low.value(), high.value());
        }
        problems.endCondition();
        return new Condition.Between(operand, lower, upper);
    }

    @Override
    public Condition visitIn(ConditionParser.InContext tree) {
        Operand operand = operands.compile(tree.operand(0));
        List<Operand> candidates = new ArrayList<>();
        for (OperandContext candidate : tree.operand().subList(1, tree.operand().size())) {
            candidates.add(operands.compile(candidate));
        }
        problems.checkCandidates(candidates);
        problems.checkDistinct("IN", operand, candidates);
        problems.endCondition();
        return new Condition.In(operand, candidates);
    }

    @Override
    public Condition visitCall(ConditionParser.CallContext tree) {
        Condition condition = call(tree.function());
        problems.endCondition();
        return condition;
    }

    private Condition call(ConditionParser.FunctionContext tree) {
        String name = tree.NAME().getText();
        List<Operand> arguments = operands.compileAll(tree.operand());
        ConditionFunction function = ConditionFunction.named(name);
        if (function == null) {
            problems.add(ConditionProblem.UNKNOWN_FUNCTION, "Invalid function name; function: " + name);
        } else if (function == ConditionFunction.SIZE) {
            problems.misused(name);
        } else if (problems.checkCount(function, arguments)) {
            return function.compile(arguments, problems);
        }
        // The problem is reported at the end; until then, any condition will do.
        return new Condition.NotExists(Path.of(name));
    }

    /** Makes operands of their parse trees. */
    private static final class OperandCompiler extends ConditionBaseVisitor<Operand> {

        private final Placeholders placeholders;
        private final ConditionProblems problems;
        private final PathReader paths;

        private OperandCompiler(Placeholders placeholders, ConditionProblems problems) {
            this.placeholders = placeholders;
            this.problems = problems;
            this.paths = new PathReader(
                    placeholders,
                    message -> problems.add(ConditionProblem.RESERVED_WORD, message),
                    message -> problems.add(ConditionProblem.PLACEHOLDER, message),
                    message -> problems.add(ConditionProblem.PARENTHESES, message));
        }

        private Operand compile(ParserRuleContext tree) {
            return visit(tree);
        }

        private List<Operand> compileAll(List<OperandContext> trees) {
            List<Operand> all = new ArrayList<>();
            trees.forEach(tree -> all.add(compile(tree)));
            return all;
        }

        @Override
        public Operand visitOperandParentheses(ConditionParser.OperandParenthesesContext tree) {
            if (tree.operand() instanceof ConditionParser.OperandParenthesesContext) {
                problems.add(ConditionProblem.PARENTHESES, "The expression has redundant parentheses;");
            }
            return compile(tree.operand());
        }

        @Override
        public Operand visitPathOperand(ConditionParser.PathOperandContext tree) {
            return new Operand.Place(paths.read(tree.path()));
        }

        @Override
        public Operand visitValueOperand(ConditionParser.ValueOperandContext tree) {
            @Nullable AttributeValue value = placeholders.value(tree.getText());
            if (value == null) {
                problems.add(
                        ConditionProblem.PLACEHOLDER,
                        "An expression attribute value used in expression is not defined; attribute value: "
                                + tree.getText());
                return new Operand.Place(Path.of(tree.getText()));
            }
            return new Operand.Value(value);
        }

        @Override
        public Operand visitFunctionOperand(ConditionParser.FunctionOperandContext tree) {
            String name = tree.function().NAME().getText();
            List<Operand> arguments = compileAll(tree.function().operand());
            ConditionFunction function = ConditionFunction.named(name);
            if (function == null) {
                problems.add(ConditionProblem.UNKNOWN_FUNCTION, "Invalid function name; function: " + name);
            } else if (function != ConditionFunction.SIZE) {
                problems.misused(name);
            } else if (problems.checkCount(function, arguments)) {
                problems.checkSizeOperand(arguments.get(0));
                return new Operand.Size(arguments.get(0));
            }
            return new Operand.Place(Path.of(name));
        }
    }
}
