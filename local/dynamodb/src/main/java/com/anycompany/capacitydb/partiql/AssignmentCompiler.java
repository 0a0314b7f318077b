package com.anycompany.capacitydb.partiql;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.expression.SetValue;
import com.anycompany.capacitydb.expression.UpdateAction;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** Makes actions of the assignments of an update. */
final class AssignmentCompiler {

    private static final int OPERANDS = 2;

    private final ValueCompiler values;

    AssignmentCompiler(ValueCompiler values) {
        this.values = values;
    }

    UpdateAction compile(PartiQlParser.AssignmentContext tree) {
        Path path = values.path(tree.path());
        if (tree.value() instanceof PartiQlParser.FunctionValueContext call) {
            PartiQlParser.FunctionContext function = call.function();
            String name = StatementCompiler.lower(function.getStart().getText());
            if (name.equals("set_add")) {
                return new UpdateAction.Add(path, setOperand(path, function));
            }
            if (name.equals("set_delete")) {
                return new UpdateAction.Delete(path, setOperand(path, function));
            }
        }
        return new UpdateAction.Assign(path, value(tree.value()));
    }

    private AttributeValue setOperand(Path path, PartiQlParser.FunctionContext function) {
        Token token = function.getStart();
        String name = token.getText().toUpperCase(Locale.ROOT);
        List<PartiQlParser.ValueContext> operands = function.value();
        if (operands.size() != OPERANDS) {
            throw ServiceException.validation(
                    name + " must have exactly two arguments at " + ValueCompiler.position(token));
        }
        if (!(operands.get(0) instanceof PartiQlParser.PathValueContext first)
                || !values.path(first.path()).equals(path)) {
            throw ServiceException.validation("The first argument to " + name + " must equal the assignment value at "
                    + ValueCompiler.position(token));
        }
        AttributeValue set = values.constant(operands.get(1));
        if (!set.type().isSet()) {
            throw ServiceException.validation("The second argument to " + name + " must be a value with type SET at "
                    + ValueCompiler.position(first.getStart()));
        }
        return set;
    }

    private SetValue value(PartiQlParser.ValueContext tree) {
        if (tree instanceof PartiQlParser.ValueParenthesesContext inner) {
            return value(inner.value());
        }
        if (tree instanceof PartiQlParser.PathValueContext path) {
            return new SetValue.Copy(values.path(path.path()));
        }
        if (tree instanceof PartiQlParser.ArithmeticContext arithmetic) {
            SetValue left = value(arithmetic.value(0));
            return new SetValue.Arithmetic(left, arithmetic.operator.getText().equals("+"), value(arithmetic.value(1)));
        }
        if (tree instanceof PartiQlParser.FunctionValueContext call) {
            return call(call.function());
        }
        return new SetValue.Constant(values.constant(tree));
    }

    private SetValue call(PartiQlParser.FunctionContext function) {
        String name = StatementCompiler.lower(function.getStart().getText());
        if (!name.equals("list_append") && !name.equals("if_not_exists")) {
            throw ServiceException.validation(
                    "Unrecognized function: " + name + " at " + ValueCompiler.position(function.getStart()));
        }
        if (function.value().size() != OPERANDS) {
            throw ServiceException.validation(
                    "Incorrect number of operands for operator or function; operator or function: " + name
                            + ", number of operands: " + function.value().size());
        }
        SetValue first = value(function.value(0));
        SetValue second = value(function.value(1));
        if (name.equals("list_append")) {
            return new SetValue.ListAppend(first, second);
        }
        if (first instanceof SetValue.Copy copy) {
            return new SetValue.IfNotExists(copy.path(), second);
        }
        throw ServiceException.validation(
                "Operator or function requires a document path; operator or function: " + name);
    }
}
