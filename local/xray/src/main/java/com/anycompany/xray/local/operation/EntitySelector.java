package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.trace.NodeId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a time series is of: {@code service("back")}, {@code edge("front", id(name: "Carts", type: "…"))}, or without
 * an expression all requests that enter the system.
 */
record EntitySelector(boolean ofServices, Pick first, Pick second) {

    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final String PICK = "(" + TEXT + "|id\\([^()]*\\))?";
    private static final Pattern SERVICE =
            Pattern.compile("\\s*service\\s*\\(\\s*" + PICK + "\\s*\\)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern EDGE = Pattern.compile(
            "\\s*edge\\s*\\(\\s*" + PICK + "\\s*(?:,\\s*" + PICK + "\\s*)?\\)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAIR =
            Pattern.compile("(name|type|account\\.id)\\s*:\\s*" + TEXT, Pattern.CASE_INSENSITIVE);
    private static final int MAX_LENGTH = 500;

    /** Some nodes; what is null may be anything. */
    record Pick(
            @Nullable String name,
            @Nullable String type,
            @Nullable String account) {

        static final Pick ANY = new Pick(null, null, null);
        static final Pick CLIENT = new Pick(null, "client", null);

        boolean matches(NodeId node) {
            return (name == null || name.equals(node.name()))
                    && (type == null || type.equals(node.type()))
                    && (account == null || account.equals(node.accountId()));
        }
    }

    static EntitySelector parse(@Nullable String expression) {
        if (expression == null || expression.isBlank()) {
            return new EntitySelector(false, Pick.CLIENT, Pick.ANY);
        }
        if (expression.length() > MAX_LENGTH) {
            throw ApiException.invalid("EntitySelectorExpression must have at most " + MAX_LENGTH + " characters");
        }
        Matcher service = SERVICE.matcher(expression);
        if (service.matches()) {
            return new EntitySelector(true, pick(service.group(1)), Pick.ANY);
        }
        Matcher edge = EDGE.matcher(expression);
        if (edge.matches()) {
            return new EntitySelector(false, pick(edge.group(1)), pick(edge.group(3)));
        }
        throw ApiException.invalid("EntitySelectorExpression must be one service(…) or edge(…, …)");
    }

    private static Pick pick(@Nullable String text) {
        if (text == null) {
            return Pick.ANY;
        }
        if (text.startsWith("\"")) {
            return new Pick(unescape(text.substring(1, text.length() - 1)), null, null);
        }
        Pick pick = Pick.ANY;
        Matcher pair = PAIR.matcher(text);
        while (pair.find()) {
            String value = unescape(pair.group(2));
            pick = switch (pair.group(1).toLowerCase(Locale.ROOT)) {
                case "name" -> new Pick(value, pick.type, pick.account);
                case "type" -> new Pick(pick.name, value, pick.account);
                default -> new Pick(pick.name, pick.type, value);
            };
        }
        return pick;
    }

    private static String unescape(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }

    boolean matchesService(NodeId node) {
        return first.matches(node);
    }

    boolean matchesEdge(NodeId from, NodeId to) {
        boolean clientMeant = "client".equals(first.type);
        return first.matches(from) && second.matches(to) && (clientMeant || !from.isClient());
    }
}
