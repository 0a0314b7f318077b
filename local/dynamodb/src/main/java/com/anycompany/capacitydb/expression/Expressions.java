package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.value.Utf8;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.antlr.v4.runtime.tree.ParseTree;

/** Compiles expressions; the parse trees of texts that come again are kept. */
public final class Expressions {

    private static final int MAX_LENGTH = 4096;
    private static final int MAX_PARENTHESES = 200;
    private static final int MAX_OPERATORS = 300;
    private static final Set<String> CONNECTIVES = Set.of("AND", "OR", "NOT", "IN", "BETWEEN");

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
                                .start(),
                        Expressions::isOperator));
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
                                .start(),
                        node -> node instanceof UpdateParser.ArithmeticContext
                                || node instanceof UpdateParser.FunctionContext));
        return UpdateCompiler.compile(tree, placeholders);
    }

    private static void check(ExpressionKind kind, String text) {
        if (text.isEmpty()) {
            throw kind.invalid("The expression can not be empty;");
        }
        int length = Utf8.length(text);
        if (length > MAX_LENGTH) {
            throw kind.invalid("Expression size has exceeded the maximum allowed size;"
                    + (kind == ExpressionKind.UPDATE ? "" : " expression size: " + length));
        }
        checkNesting(kind, text);
    }

    /** Refuses parentheses that are nested too deeply for the parser; functions have a message of their own. */
    private static void checkNesting(ExpressionKind kind, String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth > MAX_PARENTHESES) {
                String function = wordBefore(text, i);
                throw kind.invalid(
                        function.isEmpty()
                                ? "The expression has redundant parentheses;"
                                : ConditionFunction.named(function) == null
                                        ? "Invalid function name; function: " + function
                                        : "The function is not allowed to be used this way in an expression; function: "
                                                + function);
            }
        }
    }

    private static String wordBefore(String text, int end) {
        int begin = end;
        while (begin > 0 && Character.isLetterOrDigit(text.charAt(begin - 1))) {
            begin--;
        }
        String word = text.substring(begin, end);
        return CONNECTIVES.contains(word.toUpperCase(Locale.ROOT)) ? "" : word;
    }

    /** The parse tree, in which at most 300 nodes may be operators. */
    private static <T extends ParseTree> T parse(
            ExpressionKind kind, Supplier<T> parser, Predicate<ParseTree> isOperator) {
        try {
            T tree = parser.get();
            if (count(tree, isOperator) > MAX_OPERATORS) {
                throw kind.invalid(
                        "The expression contains too many operators; operator count: " + (MAX_OPERATORS + 1));
            }
            return tree;
        } catch (StackOverflowError e) {
            throw kind.invalid("The expression is nested too deeply;");
        }
    }

    /** The functions of conditions don't count, those of updates do. */
    private static boolean isOperator(ParseTree tree) {
        return tree instanceof ConditionParser.ConditionContext
                && !(tree instanceof ConditionParser.ParenthesesContext)
                && !(tree instanceof ConditionParser.CallContext);
    }

    private static int count(ParseTree tree, Predicate<ParseTree> isCounted) {
        int count = isCounted.test(tree) ? 1 : 0;
        for (int i = 0; i < tree.getChildCount(); i++) {
            count += count(tree.getChild(i), isCounted);
        }
        return count;
    }
}
