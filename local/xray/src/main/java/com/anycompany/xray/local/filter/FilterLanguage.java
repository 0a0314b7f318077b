package com.anycompany.xray.local.filter;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/**
 * X-Ray's language of filter expressions.
 *
 * <p>{@code service("api") { fault } AND responsetime > 2} becomes a predicate over traces that holds another predicate
 * over the segments of {@code api}. Nothing is parsed or looked up by name any more when a trace is tested.
 */
public final class FilterLanguage implements FilterExpressions {

    /** Deeper than anybody writes, and far from what would exhaust the stack. */
    private static final int MAX_DEPTH = 64;

    private static final int MAX_LENGTH = 8_192;

    private final Scope<Subject> scope;

    /** A language that knows no groups, such as that of the groups' own expressions. */
    public FilterLanguage() {
        this.scope = TraceScope.create();
    }

    public FilterLanguage(GroupBits groups) {
        this.scope = TraceScope.create()
                .with("group.name", new GroupField(groups::ofName))
                .with("group.arn", new GroupField(groups::ofArn));
    }

    @Override
    public TraceFilter compile(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw new InvalidFilter(MAX_LENGTH + 1, "an expression has at most " + MAX_LENGTH + " characters");
        }
        FilterExpressionLexer lexer = new FilterExpressionLexer(CharStreams.fromString(expression));
        lexer.removeErrorListeners();
        lexer.addErrorListener(new Columns());
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        checkDepth(tokens);
        FilterExpressionParser parser = new FilterExpressionParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new Columns());
        FilterExpressionParser.ExpressionContext parsed = parser.filter().expression();
        if (parsed == null) {
            return TraceFilter.ALL;
        }
        TraceFilter filter = new Compiler<>(scope).visit(parsed)::test;
        return filter.requiring(new RequiredTerms().visit(parsed));
    }

    private static void checkDepth(CommonTokenStream tokens) {
        int depth = 0;
        int negations = 0;
        for (Token token : tokens.getTokens()) {
            negations = token.getType() == FilterExpressionLexer.NOT ? negations + 1 : 0;
            switch (token.getText()) {
                case "(", "{" -> depth++;
                case ")", "}" -> depth--;
                default -> {}
            }
            if (depth + negations > MAX_DEPTH) {
                throw new InvalidFilter(token.getStartIndex() + 1, "nested more than " + MAX_DEPTH + " deep");
            }
        }
    }
}
