package com.anycompany.capacitydb.partiql;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.jspecify.annotations.Nullable;

/** Parses statements and puts their parameters in. */
final class StatementParser {

    private static final String NOT_WELL_FORMED = "Statement wasn't well formed, can't be processed: ";
    private static final int MAX_LENGTH = 8192;

    private StatementParser() {}

    static Statement parse(String text, List<AttributeValue> parameters) {
        if (text.isBlank()) {
            throw notWellFormed("Expected a statement");
        }
        if (text.length() > MAX_LENGTH) {
            throw ServiceException.validation("1 validation error detected: Value at 'statement' failed to satisfy "
                    + "constraint: Member must have length less than or equal to " + MAX_LENGTH);
        }
        CommonTokenStream tokens = new CommonTokenStream(new PartiQlLexer(CharStreams.fromString(text)));
        PartiQlParser parser = new PartiQlParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new Errors(tokens));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return new StatementCompiler(parameters).compile(parser.start());
        } catch (StackOverflowError e) {
            throw notWellFormed("The statement is nested too deeply");
        }
    }

    static ServiceException notWellFormed(String detail) {
        return ServiceException.validation(NOT_WELL_FORMED + detail);
    }

    /** Throws on the first syntax error. */
    private static final class Errors extends BaseErrorListener {

        private final CommonTokenStream tokens;

        private Errors(CommonTokenStream tokens) {
            this.tokens = tokens;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object offendingSymbol,
                int line,
                int column,
                String message,
                @Nullable RecognitionException e) {
            if (hasUnknown()) {
                throw notWellFormed("");
            }
            boolean complete = recognizer instanceof Parser parser
                    && (parser.getContext() instanceof PartiQlParser.StartContext
                            || isBehindInsertedTable(parser, offendingSymbol));
            if (isOpenCondition(recognizer, offendingSymbol)) {
                throw notWellFormed("Unexpected term");
            }
            throw notWellFormed(complete ? "Unexpected token after expression" : "Unexpected keyword");
        }

        private static boolean isOpenCondition(Recognizer<?, ?> recognizer, @Nullable Object offending) {
            return recognizer instanceof Parser parser
                    && offending instanceof Token token
                    && token.getType() == Token.EOF
                    && (parser.getContext() instanceof PartiQlParser.ConditionContext
                            || parser.getContext() instanceof PartiQlParser.ValueContext);
        }

        /** A name between the table and VALUE is taken for one behind the statement. */
        private static boolean isBehindInsertedTable(Parser parser, @Nullable Object offending) {
            return parser.getContext() instanceof PartiQlParser.InsertStatementContext insert
                    && insert.table() != null
                    && offending instanceof Token token
                    && token.getType() == PartiQlLexer.NAME;
        }

        private boolean hasUnknown() {
            tokens.fill();
            return tokens.getTokens().stream().map(Token::getType).anyMatch(type -> type == PartiQlLexer.UNKNOWN);
        }
    }
}
