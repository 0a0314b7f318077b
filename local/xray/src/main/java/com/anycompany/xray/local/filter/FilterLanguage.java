package com.anycompany.xray.local.filter;

import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/**
 * Compiler of X-Ray's filter expressions and entity selectors.
 *
 * <p>{@code service("api") { fault } AND responsetime > 2} becomes a predicate over traces that contains another predicate
 * over the segments of {@code api}. Testing a trace neither parses anything nor looks anything up by name.
 */
public final class FilterLanguage implements FilterExpressions {

    /** More than an expression needs, and far less than would overflow the stack. */
    private static final int MAX_DEPTH = 64;

    private static final int MAX_LENGTH = 8_192;
    private static final int MAX_SELECTOR_LENGTH = 500;

    private final Scope<Subject> scope;

    /** Without the keywords for groups, which the expression of a group can't use. */
    public FilterLanguage() {
        this.scope = TraceScope.create();
    }

    public FilterLanguage(GroupBits groups) {
        this.scope = searchScope(groups);
    }

    static Scope<Subject> searchScope(GroupBits groups) {
        return TraceScope.create()
                .with("group.name", new GroupField(groups::ofName))
                .with("group.arn", new GroupField(groups::ofArn));
    }

    @Override
    public TraceFilter compile(String expression) {
        FilterExpressionParser.ExpressionContext parsed =
                parser(expression, MAX_LENGTH).filter().expression();
        if (parsed == null) {
            return TraceFilter.ALL;
        }
        TraceFilter filter = new Compiler<>(scope).visit(parsed)::test;
        return filter.requiring(new RequiredTerms().visit(parsed));
    }

    /**
     * Compiles an entity selector; an empty one chooses the calls of clients.
     *
     * @throws InvalidFilter if it isn't one {@code service(…)} or {@code edge(…, …)}
     */
    public static EntitySelector compileSelector(String expression) {
        return EntitySelector.of(
                parser(expression, MAX_SELECTOR_LENGTH).entities().entity());
    }

    /** What an editor can offer at the top of an expression. */
    public static List<Completion> completions() {
        return Keywords.completions();
    }

    private static FilterExpressionParser parser(String expression, int maxLength) {
        if (expression.length() > maxLength) {
            throw new InvalidFilter(maxLength + 1, "an expression has at most " + maxLength + " characters");
        }
        FilterExpressionLexer lexer = new FilterExpressionLexer(CharStreams.fromString(expression));
        lexer.removeErrorListeners();
        lexer.addErrorListener(new SyntaxErrors());
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        checkDepth(tokens);
        FilterExpressionParser parser = new FilterExpressionParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxErrors());
        return parser;
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
