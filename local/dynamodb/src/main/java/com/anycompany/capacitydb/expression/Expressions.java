package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.error.ServiceException;
import java.util.List;
import java.util.function.Function;

/** Compiles expressions; the parse trees of texts that come again are kept. */
public final class Expressions {

    private static final int MAX_LENGTH = 4096;
    private static final int MAX_PARENTHESES = 200;

    private final ParsedCache<ConditionParser.StartContext> conditions = new ParsedCache<>();
    private final ParsedCache<ProjectionParser.StartContext> projections = new ParsedCache<>();
    private final ParsedCache<UpdateParser.StartContext> updates = new ParsedCache<>();

    public Condition condition(ExpressionKind kind, String text, Placeholders placeholders) {
        check(kind, text);
        ConditionParser.StartContext tree = conditions.get(
                text,
                t -> parse(
                        kind,
                        () -> SyntaxErrors.parser(t, ConditionLexer::new, ConditionParser::new, kind::invalid)
                                .start()));
        return ConditionCompiler.compile(kind, tree, placeholders);
    }

    public List<Path> projection(String text, Placeholders placeholders) {
        check(ExpressionKind.PROJECTION, text);
        Function<String, ServiceException> error = ExpressionKind.PROJECTION::invalid;
        ProjectionParser.StartContext tree = projections.get(
                text,
                t -> SyntaxErrors.parser(t, ProjectionLexer::new, ProjectionParser::new, error)
                        .start());
        return ProjectionCompiler.compile(tree, placeholders);
    }

    public Update update(String text, Placeholders placeholders) {
        check(ExpressionKind.UPDATE, text);
        Function<String, ServiceException> error = ExpressionKind.UPDATE::invalid;
        UpdateParser.StartContext tree = updates.get(
                text,
                t -> parse(
                        ExpressionKind.UPDATE,
                        () -> SyntaxErrors.parser(t, UpdateLexer::new, UpdateParser::new, error)
                                .start()));
        return UpdateCompiler.compile(tree, placeholders);
    }

    private static void check(ExpressionKind kind, String text) {
        if (text.isEmpty()) {
            throw kind.invalid("The expression can not be empty;");
        }
        if (text.length() > MAX_LENGTH) {
            throw kind.invalid("Expression size has exceeded the maximum allowed size;"
                    + (kind == ExpressionKind.UPDATE ? "" : " expression size: " + text.length()));
        }
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth > MAX_PARENTHESES) {
                throw kind.invalid("The expression has redundant parentheses;");
            }
        }
    }

    private static <T> T parse(ExpressionKind kind, java.util.function.Supplier<T> parser) {
        try {
            return parser.get();
        } catch (StackOverflowError e) {
            throw kind.invalid("The expression is nested too deeply;");
        }
    }
}
