package com.anycompany.xray.local.filter;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Turns ANTLR's complaints into sentences that point at a column. */
final class Columns extends BaseErrorListener {

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object offendingSymbol,
            int line,
            int charPositionInLine,
            String message,
            @Nullable RecognitionException cause) {
        if (offendingSymbol instanceof Token token) {
            throw new InvalidFilter(token.getStartIndex() + 1, problem(token));
        }
        throw new InvalidFilter(charPositionInLine + 1, "this can't be read");
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
