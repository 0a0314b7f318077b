package com.anycompany.capacitydb.partiql;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.Decimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes paths and constant values of their parse trees; parameters are taken in the order of the statement. */
final class ValueCompiler {

    /** Words of SQL that stand for attributes inside others only in quotation marks. */
    private static final Set<String> JOIN_WORDS =
            Set.of("cross", "full", "inner", "join", "left", "natural", "outer", "right");

    private static final String ROOT = "root";

    private final List<AttributeValue> parameters;
    private int nextParameter;

    ValueCompiler(List<AttributeValue> parameters) {
        this.parameters = parameters;
    }

    void checkAllUsed() {
        if (nextParameter != parameters.size()) {
            throw wrongParameterCount();
        }
    }

    private static ServiceException wrongParameterCount() {
        return ServiceException.validation("Number of parameters in request and statement don't match.");
    }

    AttributeValue parameter() {
        if (nextParameter == parameters.size()) {
            throw wrongParameterCount();
        }
        return parameters.get(nextParameter++);
    }

    Path path(PartiQlParser.PathContext tree) {
        List<Path.Element> elements = new ArrayList<>();
        for (int i = 0; i < tree.getChildCount(); i++) {
            if (tree.getChild(i) instanceof PartiQlParser.NameContext name) {
                if (i > 0 && JOIN_WORDS.contains(StatementCompiler.lower(name.getText()))) {
                    throw StatementParser.notWellFormed("Invalid path dot component");
                }
                elements.add(new Path.Name(name(name)));
            } else if (tree.getChild(i) instanceof TerminalNode leaf
                    && leaf.getSymbol().getType() == PartiQlParser.NUMBER) {
                elements.add(new Path.Index(index(leaf.getText())));
            }
        }
        return new Path(elements);
    }

    private static int index(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw StatementParser.notWellFormed("Invalid path index");
        }
    }

    static String name(PartiQlParser.NameContext tree) {
        String text = tree.getText();
        return tree.QUOTED() == null
                ? text
                : text.substring(1, text.length() - 1).replace("\"\"", "\"");
    }

    AttributeValue constant(PartiQlParser.ValueContext tree) {
        return constant(tree, ROOT);
    }

    /** The value; where it stands in a document is part of the message about a number that is too large. */
    private AttributeValue constant(PartiQlParser.ValueContext tree, String place) {
        if (tree instanceof PartiQlParser.ParameterContext) {
            return parameter();
        }
        if (tree instanceof PartiQlParser.TextContext) {
            return new AttributeValue.S(text(tree.getText()));
        }
        if (tree instanceof PartiQlParser.NumberContext) {
            return new AttributeValue.N(number(tree.getText(), place));
        }
        if (tree instanceof PartiQlParser.FlagContext flag) {
            return new AttributeValue.Bool(flag.TRUE() != null);
        }
        if (tree instanceof PartiQlParser.NullContext) {
            return new AttributeValue.Null();
        }
        if (tree instanceof PartiQlParser.TupleContext tuple) {
            return tuple(tuple, place);
        }
        if (tree instanceof PartiQlParser.ListContext list) {
            List<AttributeValue> elements = new ArrayList<>();
            list.value().forEach(element -> elements.add(constant(element, place + "[" + elements.size() + "]")));
            return new AttributeValue.L(elements);
        }
        if (tree instanceof PartiQlParser.BagContext bag) {
            return set(bag);
        }
        if (tree instanceof PartiQlParser.ValueParenthesesContext inner) {
            return constant(inner.value(), place);
        }
        throw unsupported(tree);
    }

    private static ServiceException unsupported(PartiQlParser.ValueContext tree) {
        Token first = tree.getStart();
        return ServiceException.validation("Unsupported data type: " + StatementCompiler.lower(first.getText())
                + " under key " + ROOT + " at " + position(first));
    }

    /** Line, column and length of a token, as messages tell them. */
    static String position(Token token) {
        return token.getLine() + ":" + (token.getCharPositionInLine() + 1) + ":"
                + token.getText().length();
    }

    private AttributeValue tuple(PartiQlParser.TupleContext tree, String place) {
        Map<String, AttributeValue> members = new LinkedHashMap<>();
        boolean outermost = tree.getParent() instanceof PartiQlParser.InsertStatementContext;
        tree.member().forEach(member -> {
            String name = text(member.TEXT().getText());
            members.put(name, constant(member.value(), outermost ? place : place + "." + name));
        });
        return new AttributeValue.M(members);
    }

    private AttributeValue set(PartiQlParser.BagContext tree) {
        List<AttributeValue> elements = new ArrayList<>();
        tree.value().forEach(element -> elements.add(constant(element)));
        if (elements.isEmpty()) {
            throw ServiceException.validation("Empty bags are not supported");
        }
        return switch (elements.get(0).type()) {
            case S -> new AttributeValue.SS(distinct(elements, AttributeValue.S.class, AttributeValue.S::value));
            case N -> new AttributeValue.NS(distinct(elements, AttributeValue.N.class, AttributeValue.N::value));
            case B -> new AttributeValue.BS(distinct(elements, AttributeValue.B.class, AttributeValue.B::value));
            default -> throw ServiceException.validation("Bags of this type are not supported");
        };
    }

    private static <V extends AttributeValue, T> Set<T> distinct(
            List<AttributeValue> elements, Class<V> type, Function<V, T> value) {
        List<T> all = new ArrayList<>();
        for (AttributeValue element : elements) {
            if (!type.isInstance(element)) {
                throw ServiceException.validation("All elements of a bag must have one type");
            }
            all.add(value.apply(type.cast(element)));
        }
        Set<T> distinct = new LinkedHashSet<>(all);
        if (distinct.size() < all.size()) {
            throw ServiceException.invalidParameter("Input collection " + all + " contains duplicates.");
        }
        return distinct;
    }

    private static String text(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replace("''", "'");
    }

    private static Decimal number(String text, String place) {
        int exponent = StatementCompiler.lower(text).indexOf('e');
        if (exponent >= 0) {
            checkExponent(text, exponent);
        }
        try {
            return Decimal.parse(text);
        } catch (ServiceException e) {
            throw ServiceException.validation(e.message() + " under " + place);
        }
    }

    /** An exponent, or the scale that it leads to, which is no 32-bit number can't be read at all. */
    private static void checkExponent(String text, int at) {
        int point = text.indexOf('.');
        int fraction = point < 0 || point > at ? 0 : at - point - 1;
        try {
            long written = Long.parseLong(text.substring(at + 1));
            if ((int) written == written && (int) (fraction - written) == fraction - written) {
                return;
            }
        } catch (NumberFormatException e) {
            // Longer still.
        }
        throw StatementParser.notWellFormed("");
    }
}
