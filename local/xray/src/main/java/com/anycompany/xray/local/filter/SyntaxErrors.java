package com.anycompany.xray.local.filter;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** ANTLR error listener: reports a syntax error as an {@link InvalidFilter} with its column. */
final class SyntaxErrors extends BaseErrorListener {

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object offendingSymbol,
            int line,
            int charPositionInLine,
            String message,
            @Nullable RecognitionException cause) {
        if (offendingSymbol instanceof Token token) {
            if (recognizer instanceof Parser parser && isEntityExpected(parser)) {
                throw new InvalidFilter(
                        token.getStartIndex() + 1,
                        "an entity selector is one service(…) or edge(…, …), and nothing else");
            }
            throw new InvalidFilter(token.getStartIndex() + 1, problem(token));
        }
        throw new InvalidFilter(charPositionInLine + 1, "this can't be read");
    }

    /** Whether the error is before or behind the one entity of an entity selector. */
    private static boolean isEntityExpected(Parser parser) {
        return parser.getContext() instanceof FilterExpressionParser.EntitiesContext;
    }

    private static String problem(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> "the expression ends too early";
            case FilterExpressionLexer.UNKNOWN ->
                token.getText().equals("\"")
                        ? "the string has no closing quote"
                        : "'" + token.getText() + "' has no meaning here; strings stand in double quotes";
            default -> "'" + token.getText() + "' can't stand here";
        };
    }
}
