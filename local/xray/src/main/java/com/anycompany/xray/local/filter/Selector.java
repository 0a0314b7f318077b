package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.filter.FilterExpressionParser.IdentifiedContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.NamedContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.PropertyContext;
import com.anycompany.xray.local.filter.FilterExpressionParser.SelectorContext;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.trace.NodeId;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compiler of node selectors: {@code "api"}, or {@code id(name: "Carts", type: "AWS::DynamoDB::Table")}. */
final class Selector {

    private Selector() {}

    /** A missing selector matches every node. */
    static Predicate<NodeId> of(@Nullable SelectorContext selector) {
        if (selector instanceof NamedContext named) {
            String name = Quoted.text(named.STRING().getText());
            return node -> node.name().equals(name);
        }
        if (selector instanceof IdentifiedContext identified) {
            return identified.property().stream()
                    .map(Selector::property)
                    .reduce(Predicate::and)
                    .orElseThrow();
        }
        return node -> true;
    }

    /** An edge has both of its ends or, which means every call, none. */
    static void checkEdge(@Nullable SelectorContext source, @Nullable SelectorContext target, int column) {
        if (source == null != (target == null)) {
            throw new InvalidFilter(column, "edge() needs two services, as in edge(\"a\", \"b\")");
        }
    }

    /** Whether it names the type {@code client}, which no selector matches otherwise. */
    static boolean requiresClient(@Nullable SelectorContext selector) {
        return selector instanceof IdentifiedContext identified
                && identified.property().stream()
                        .anyMatch(property -> property.NAME().getText().equalsIgnoreCase("type")
                                && Quoted.text(property.STRING().getText()).equals("client"));
    }

    private static Predicate<NodeId> property(PropertyContext property) {
        String wanted = Quoted.text(property.STRING().getText());
        String name = property.NAME().getText();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "name" -> node -> node.name().equals(wanted);
            case "type" -> node -> wanted.equals(node.type());
            case "account.id" ->
                wanted.equals(Entity.OWN_ACCOUNT)
                        ? node -> node.accountId() == null
                        : node -> wanted.equals(node.accountId());
            default ->
                throw new InvalidFilter(
                        property.getStart().getStartIndex() + 1, "id() knows name, type and account.id, not " + name);
        };
    }
}
