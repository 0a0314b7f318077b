package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.value.AttributeType;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes compiled actions of an update's parse tree, with the names and values of one request. */
final class UpdateCompiler extends UpdateBaseVisitor<SetValue> {

    private final Placeholders placeholders;
    private final Problems<UpdateProblem> problems = new Problems<>(UpdateProblem.class);
    private final PathReader paths;
    private final List<UpdateAction> actions = new ArrayList<>();
    private final Set<String> sections = new HashSet<>();

    private UpdateCompiler(Placeholders placeholders) {
        this.placeholders = placeholders;
        this.paths = new PathReader(
                placeholders,
                message -> problems.add(UpdateProblem.RESERVED_WORD, message),
                message -> problems.add(UpdateProblem.NAME, message),
                message -> problems.add(UpdateProblem.PATH_LENGTH, message));
    }

    static Update compile(UpdateParser.StartContext tree, Placeholders placeholders) {
        UpdateCompiler compiler = new UpdateCompiler(placeholders);
        tree.section().forEach(compiler::addSection);
        Update update = new Update(compiler.actions);
        String overlap = update.overlap();
        if (overlap != null) {
            compiler.problems.add(UpdateProblem.OVERLAP, overlap);
        }
        String worst = compiler.problems.worst();
        if (worst != null) {
            throw ExpressionKind.UPDATE.invalid(worst);
        }
        return update;
    }

    private void addSection(UpdateParser.SectionContext section) {
        if (section instanceof UpdateParser.SetSectionContext set) {
            begin("SET");
            set.assignment()
                    .forEach(one -> actions.add(new UpdateAction.Assign(paths.read(one.path()), visit(one.value()))));
        } else if (section instanceof UpdateParser.RemoveSectionContext remove) {
            begin("REMOVE");
            remove.path().forEach(path -> actions.add(new UpdateAction.Remove(paths.read(path))));
        } else if (section instanceof UpdateParser.AddSectionContext add) {
            begin("ADD");
            add.pathAndValue().forEach(one -> addTo(one));
        } else if (section instanceof UpdateParser.DeleteSectionContext delete) {
            begin("DELETE");
            delete.pathAndValue().forEach(one -> deleteFrom(one));
        }
    }

    private void begin(String section) {
        if (!sections.add(section)) {
            problems.add(
                    UpdateProblem.SECTION,
                    "The \"" + section + "\" section can only be used once in an update expression;");
        }
    }

    private void addTo(UpdateParser.PathAndValueContext tree) {
        Path path = paths.read(tree.path());
        AttributeValue value = value(tree.VALUE_PLACEHOLDER().getText());
        if (value != null) {
            checkSetOperand("ADD", value, value.type().isSet() || value.type() == AttributeType.N);
            actions.add(new UpdateAction.Add(path, value));
        }
    }

    private void deleteFrom(UpdateParser.PathAndValueContext tree) {
        Path path = paths.read(tree.path());
        AttributeValue value = value(tree.VALUE_PLACEHOLDER().getText());
        if (value != null) {
            checkSetOperand("DELETE", value, value.type().isSet());
            actions.add(new UpdateAction.Delete(path, value));
        }
    }

    private void checkSetOperand(String operator, AttributeValue value, boolean allowed) {
        if (!allowed) {
            problems.add(
                    UpdateProblem.OPERAND_TYPE,
                    "Incorrect operand type for operator or function; operator: " + operator + ", operand type: "
                            + value.type().longName() + ", typeSet: ALLOWED_FOR_" + operator + "_OPERAND");
        }
    }

    private @Nullable AttributeValue value(String placeholder) {
        AttributeValue value = placeholders.value(placeholder);
        if (value == null) {
            problems.add(
                    UpdateProblem.VALUE,
                    "An expression attribute value used in expression is not defined; attribute value: " + placeholder);
        }
        return value;
    }

    @Override
    public SetValue visitValueParentheses(UpdateParser.ValueParenthesesContext tree) {
        return visit(tree.value());
    }

    @Override
    public SetValue visitSingleOperand(UpdateParser.SingleOperandContext tree) {
        return visit(tree.operand());
    }

    @Override
    public SetValue visitArithmetic(UpdateParser.ArithmeticContext tree) {
        String operator = tree.operator.getText();
        SetValue left = visit(tree.operand(0));
        SetValue right = visit(tree.operand(1));
        checkType(operator, AttributeType.N, left, right);
        return new SetValue.Arithmetic(left, operator.equals("+"), right);
    }

    @Override
    public SetValue visitOperandParentheses(UpdateParser.OperandParenthesesContext tree) {
        return visit(tree.operand());
    }

    @Override
    public SetValue visitFunctionOperand(UpdateParser.FunctionOperandContext tree) {
        return visit(tree.function());
    }

    @Override
    public SetValue visitPathOperand(UpdateParser.PathOperandContext tree) {
        return new SetValue.Copy(paths.read(tree.path()));
    }

    @Override
    public SetValue visitValueOperand(UpdateParser.ValueOperandContext tree) {
        AttributeValue value = value(tree.getText());
        return value == null ? new SetValue.Copy(Path.of(tree.getText())) : new SetValue.Constant(value);
    }

    @Override
    public SetValue visitFunction(UpdateParser.FunctionContext tree) {
        String name = tree.NAME().getText();
        List<SetValue> operands = new ArrayList<>();
        tree.operand().forEach(operand -> operands.add(visit(operand)));
        if (!name.equals("if_not_exists") && !name.equals("list_append")) {
            problems.add(UpdateProblem.UNKNOWN_FUNCTION, "Invalid function name; function: " + name);
        } else if (operands.size() != 2) {
            problems.add(
                    UpdateProblem.FUNCTION,
                    "Incorrect number of operands for operator or function; operator or function: " + name
                            + ", number of operands: " + operands.size());
        } else if (name.equals("list_append")) {
            checkType(name, AttributeType.L, operands.get(0), operands.get(1));
            return new SetValue.ListAppend(operands.get(0), operands.get(1));
        } else if (operands.get(0) instanceof SetValue.Copy copy) {
            return new SetValue.IfNotExists(copy.path(), operands.get(1));
        } else {
            problems.add(
                    UpdateProblem.FUNCTION,
                    "Operator or function requires a document path; operator or function: " + name);
        }
        // The problem is reported at the end; until then, any value will do.
        return new SetValue.Copy(Path.of(name));
    }

    private void checkType(String function, AttributeType needed, SetValue... operands) {
        for (SetValue operand : operands) {
            AttributeType type = operand.type();
            if (type != null && type != needed) {
                problems.add(
                        UpdateProblem.FUNCTION,
                        "Incorrect operand type for operator or function; operator or function: " + function
                                + ", operand type: " + type.name());
            }
        }
    }
}
