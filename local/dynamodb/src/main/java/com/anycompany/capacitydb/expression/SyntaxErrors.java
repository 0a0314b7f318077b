package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.error.ServiceException;
import java.util.function.Function;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.jspecify.annotations.Nullable;

/**
 * Reports the first syntax error as AWS does: with the unexpected token, and that token between its neighbours.
 *
 * <pre>{@code a = = b    Syntax error; token: "=", near: "= = b"}</pre>
 */
final class SyntaxErrors extends BaseErrorListener {

    private final CommonTokenStream tokens;
    private final Function<String, ServiceException> error;

    private SyntaxErrors(CommonTokenStream tokens, Function<String, ServiceException> error) {
        this.tokens = tokens;
        this.error = error;
    }

    /** A parser of the text that throws what {@code error} makes of the first syntax error. */
    static <P extends Parser> P parser(
            String text,
            Function<org.antlr.v4.runtime.CharStream, Lexer> lexer,
            Function<CommonTokenStream, P> newParser,
            Function<String, ServiceException> error) {
        CommonTokenStream tokens = new CommonTokenStream(lexer.apply(CharStreams.fromString(text)));
        P parser = newParser.apply(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxErrors(tokens, error));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        return parser;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object offendingSymbol,
            int line,
            int column,
            String message,
            @Nullable RecognitionException e) {
        Token token = (Token) offendingSymbol;
        if (token == null) {
            throw error.apply("Syntax error; token: \"\", near: \"\"");
        }
        throw error.apply("Syntax error; token: \"" + token.getText() + "\", near: \"" + near(token) + "\"");
    }

    private String near(Token token) {
        int at = token.getTokenIndex();
        tokens.fill();
        Token first = at > 0 ? tokens.get(at - 1) : token;
        Token last = at + 1 < tokens.size() ? tokens.get(at + 1) : token;
        if (last.getType() == Token.EOF) {
            last = token.getType() == Token.EOF ? first : token;
        }
        return first.getType() == Token.EOF
                ? token.getText()
                : token.getInputStream()
                        .getText(org.antlr.v4.runtime.misc.Interval.of(first.getStartIndex(), last.getStopIndex()));
    }
}
