package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.filter.FilterExpressionParser.AnnotationContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.BracesContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.ConditionContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.ConjunctionContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.EdgeContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.ExpressionContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.FieldContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.NegationContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.NotContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.OperatorContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.ParenthesisedContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.PathContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.PlainContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.ServiceContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.ValueContext;
import com.anycompany.xray.local.trace.NodeId;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Compiler from parse trees to predicates over the subjects of one scope. Braces are compiled in the scope of the keyword before
 * them.
 *
 * @param <S> the kind of subject
 */
final class Compiler<S> extends FilterExpressionBaseVisitor<Predicate<S>> {

    private static final String ANNOTATION_PREFIX = "annotation.";

    private final Scope<S> scope;

    Compiler(Scope<S> scope) {
        this.scope = scope;
    }

    @Override
    public Predicate<S> visitExpression(ExpressionContext expression) {
        return expression.conjunction().stream()
                .map(this::visit)
                .reduce(Predicate::or)
                .orElseThrow();
    }

    @Override
    public Predicate<S> visitConjunction(ConjunctionContext conjunction) {
        return conjunction.negation().stream()
                .map((NegationContext negation) -> visit(negation))
                .reduce(Predicate::and)
                .orElseThrow();
    }

    @Override
    public Predicate<S> visitNot(NotContext not) {
        return visit(not.negation()).negate();
    }

    @Override
    public Predicate<S> visitParenthesised(ParenthesisedContext parentheses) {
        return visit(parentheses.expression());
    }

    @Override
    public Predicate<S> visitPlain(PlainContext plain) {
        return visit(plain.condition());
    }

    @Override
    public Predicate<S> visitService(ServiceContext service) {
        return inside(nested("service", service), List.of(Selector.of(service.target)), service.braces());
    }

    @Override
    public Predicate<S> visitEdge(EdgeContext edge) {
        Selector.checkEdge(edge.source, edge.target, column(edge));
        return inside(nested("edge", edge), List.of(Selector.of(edge.source), Selector.of(edge.target)), edge.braces());
    }

    private Scope.Nested<S, ?> nested(String name, ConditionContext condition) {
        Scope.Nested<S, ?> nested = scope.nested(name);
        if (nested == null) {
            throw new InvalidFilter(column(condition), name + "() can't stand " + scope.place());
        }
        return nested;
    }

    private static <S, T> Predicate<S> inside(
            Scope.Nested<S, T> nested, List<Predicate<NodeId>> selectors, @Nullable BracesContext braces) {
        Predicate<T> wanted = braces == null ? part -> true : new Compiler<>(nested.scope()).visit(braces.expression());
        return subject -> nested.parts()
                .apply(subject)
                .anyMatch(part -> isSelected(nested.ends().apply(part), selectors) && wanted.test(part));
    }

    private static boolean isSelected(List<NodeId> ends, List<Predicate<NodeId>> selectors) {
        for (int i = 0; i < selectors.size(); i++) {
            if (!selectors.get(i).test(ends.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Predicate<S> visitPath(PathContext path) {
        return scope.field(path.NAME().getText(), column(path))
                .compared(
                        path.NAME().getText(),
                        Operator.EQUAL,
                        column(path),
                        new Literal(
                                path.JSON().getText().substring(1),
                                column(path.JSON().getSymbol())));
    }

    @Override
    public Predicate<S> visitField(FieldContext field) {
        String name = field.NAME().getText();
        Scope.Nested<S, ?> nested = scope.nested(name);
        if (nested != null) {
            if (field.operator() != null) {
                throw new InvalidFilter(column(field.operator()), name + " takes braces: " + name + " { … }");
            }
            return inside(nested, List.of(), field.braces());
        }
        if (name.toLowerCase(Locale.ROOT).startsWith(ANNOTATION_PREFIX)) {
            return annotation(
                    name.substring(ANNOTATION_PREFIX.length()), column(field), field.operator(), field.value());
        }
        Field<S> known = scope.field(name, column(field));
        if (field.braces() != null) {
            throw new InvalidFilter(
                    column(field.braces()), "braces follow service(…), edge(…) and rootcause.… only, not " + name);
        }
        return field.operator() == null
                ? known.alone(name, column(field))
                : known.compared(name, operator(field.operator()), column(field.operator()), literal(field.value()));
    }

    @Override
    public Predicate<S> visitAnnotation(AnnotationContext annotation) {
        String key = Quoted.key(annotation.ANNOTATION().getText());
        if (key.isEmpty()) {
            throw new InvalidFilter(column(annotation), "an annotation needs a key, as in annotation[tenant]");
        }
        return annotation(key, column(annotation), annotation.operator(), annotation.value());
    }

    private Predicate<S> annotation(
            String key, int column, @Nullable OperatorContext operator, @Nullable ValueContext value) {
        if (operator == null || value == null) {
            return scope.annotation(key, column, AnnotationValue::isSet);
        }
        return scope.annotation(
                key, column, AnnotationValue.compared(operator(operator), column(operator), literal(value)));
    }

    private static Operator operator(OperatorContext operator) {
        return Operator.of(operator.getText());
    }

    private static Literal literal(ValueContext value) {
        String text = value.getText();
        if (value.STRING() != null) {
            return new Literal(Quoted.text(text), column(value));
        }
        if (value.NUMBER() != null) {
            return new Literal(Double.valueOf(text), column(value));
        }
        // X-Ray's documentation has an example with a string without quotes.
        return new Literal(
                value.NAME() != null ? text : (Object) Boolean.valueOf(text.toLowerCase(Locale.ROOT)), column(value));
    }

    private static int column(ParserRuleContext context) {
        return column(context.getStart());
    }

    private static int column(Token token) {
        return token.getStartIndex() + 1;
    }
}
