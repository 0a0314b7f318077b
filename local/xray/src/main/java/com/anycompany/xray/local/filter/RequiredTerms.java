package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.filter.FilterExpressionParser.AnnotationContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.ConjunctionContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.ExpressionContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.FieldContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.NamedContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.NotContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.OperatorContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.ParenthesisedContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.PlainContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.ServiceContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.ValueContext;
import com.anycompany.xray.local.store.Term;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Extractor of index terms: finds the terms that each matching trace must have, so that only such traces are read.
 *
 * <pre>
 * service("api") AND annotation.tenant = "acme" AND duration > 3     three terms: the last one is a duration of 2 s
 * service("api") OR service("web")                                   none: neither is required
 * !service("api")                                                    none
 * </pre>
 */
final class RequiredTerms extends FilterExpressionBaseVisitor<Set<Term>> {

    private static final String ANNOTATION_PREFIX = "annotation.";

    @Override
    protected Set<Term> defaultResult() {
        return Set.of();
    }

    @Override
    public Set<Term> visitExpression(ExpressionContext expression) {
        Set<Term> common = null;
        for (ConjunctionContext conjunction : expression.conjunction()) {
            Set<Term> needed = new HashSet<>(visit(conjunction));
            if (common != null) {
                needed.retainAll(common);
            }
            common = needed;
        }
        return common == null ? Set.of() : common;
    }

    @Override
    public Set<Term> visitConjunction(ConjunctionContext conjunction) {
        Set<Term> all = new HashSet<>();
        conjunction.negation().forEach(part -> all.addAll(visit(part)));
        return all;
    }

    @Override
    public Set<Term> visitNot(NotContext not) {
        return Set.of();
    }

    @Override
    public Set<Term> visitParenthesised(ParenthesisedContext parentheses) {
        return visit(parentheses.expression());
    }

    @Override
    public Set<Term> visitPlain(PlainContext plain) {
        return visit(plain.condition());
    }

    @Override
    public Set<Term> visitService(ServiceContext service) {
        return service.target instanceof NamedContext named
                ? Set.of(Term.service(Quoted.text(named.STRING().getText())))
                : Set.of();
    }

    @Override
    public Set<Term> visitField(FieldContext field) {
        String name = field.NAME().getText();
        if (name.equalsIgnoreCase("duration") || name.equalsIgnoreCase("responsetime")) {
            return longer(field.operator(), field.value());
        }
        return name.toLowerCase(Locale.ROOT).startsWith(ANNOTATION_PREFIX)
                ? annotation(name.substring(ANNOTATION_PREFIX.length()), field.operator(), field.value())
                : Set.of();
    }

    @Override
    public Set<Term> visitAnnotation(AnnotationContext annotation) {
        return annotation(Quoted.key(annotation.ANNOTATION().getText()), annotation.operator(), annotation.value());
    }

    /** Also for the response time of the root, which is at most the duration. */
    private static Set<Term> longer(@Nullable OperatorContext operator, @Nullable ValueContext value) {
        if (operator == null
                || value == null
                || value.NUMBER() == null
                || !operator.getText().startsWith(">")) {
            return Set.of();
        }
        return Term.longerThan(Double.parseDouble(value.getText()));
    }

    private static Set<Term> annotation(String key, @Nullable OperatorContext operator, @Nullable ValueContext value) {
        if (operator == null
                || value == null
                || value.STRING() == null
                || !operator.getText().equals("=")) {
            return Set.of();
        }
        return Set.of(Term.annotation(key, Quoted.text(value.getText())));
    }
}
