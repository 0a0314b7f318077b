package com.anycompany.shop.frontend.template;

import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unbescape.html.HtmlEscape;

/**
 * Constant folding of templates: when a template is loaded, messages without arguments and links without variables are replaced by
 * their text. There is one language, and a static file keeps its hash while the process runs, so each page would compute the same.
 *
 * <pre>
 * &lt;a th:href="@{/cart}" th:text="#{nav.cart.short}">Cart&lt;/a>      &lt;a href="/cart">Cart&lt;/a>
 * &lt;nav th:attr="aria-label=#{pager.label}">                     &lt;nav aria-label="Pages">
 * &lt;p th:text="#{cart.each(${price})}">                          stays
 * &lt;form th:action="@{/checkout}">                               stays: it gets the CSRF token
 * </pre>
 */
final class ConstantFolding {

    private static final String MESSAGE = "#\\{([\\w.-]+)}";
    private static final Pattern TEXT = Pattern.compile("<(?<tag>[a-z]\\w*)(?<before>(?:\\s[^<>]*?)?)\\sth:text=\""
            + MESSAGE + "\"(?<after>[^<>]*)>[^<]*</\\k<tag>>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\sth:(content|placeholder)=\"" + MESSAGE + "\"");
    private static final Pattern ONE_OF_ANY = Pattern.compile("\\sth:attr=\"([a-z-]+)=" + MESSAGE + "\"");
    private static final Pattern LINK = Pattern.compile("\\sth:(href|src)=\"@\\{(/[^{}()$\"|]*)}\"");

    private final UnaryOperator<String> messages;
    private final UnaryOperator<String> links;

    /**
     * @param messages the text of a key
     * @param links the address of a path
     */
    ConstantFolding(UnaryOperator<String> messages, UnaryOperator<String> links) {
        this.messages = messages;
        this.links = links;
    }

    String fold(String template) {
        String texts = replaced(TEXT, template, this::text);
        String attributes = replaced(ATTRIBUTE, texts, found -> attribute(found.group(1), message(found.group(2))));
        String any = replaced(ONE_OF_ANY, attributes, found -> attribute(found.group(1), message(found.group(2))));
        return replaced(LINK, any, found -> attribute(found.group(1), links.apply(found.group(2))));
    }

    /** The groups are tag, what stands before the attribute, its key, and what stands behind it. */
    private String text(MatchResult found) {
        String tag = found.group(1);
        String attributes = found.group(2) + found.group(4);
        return "<" + tag + attributes + ">" + HtmlEscape.escapeHtml4Xml(message(found.group(3))) + "</" + tag + ">";
    }

    private String message(String key) {
        return messages.apply(key);
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + HtmlEscape.escapeHtml4Xml(value) + "\"";
    }

    private static String replaced(
            Pattern pattern, String text, java.util.function.Function<MatchResult, String> replacement) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
    }
}
