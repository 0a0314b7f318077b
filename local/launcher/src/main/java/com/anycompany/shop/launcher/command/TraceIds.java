package com.anycompany.shop.launcher.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Trace ids in the forms in which logs, headers and consoles write them. */
final class TraceIds {

    private static final String XRAY = "1-([0-9a-f]{8})-([0-9a-f]{24})";
    private static final String W3C = "([0-9a-f]{8})([0-9a-f]{24})";
    private static final String NAME = "(?:(?:[\\w-]+|trace\\.id)\\s*[:=]\\s*)?";

    private static final List<Pattern> FORMS = List.of(
            form(NAME + XRAY + "(?:@[0-9a-f]{16})?"),
            form(NAME + W3C),
            form(NAME + "[0-9a-f]{2}-" + W3C + "-[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?"),
            form(NAME + "(?:[\\w-]+=[^;]*;\\s*)*Root=" + XRAY + "(?:\\s*;.*)?"),
            form(NAME + "(?:[\\w-]+=[^;]*;\\s*)*Self=" + XRAY + "(?:\\s*;.*)?"),
            form("\\S*#(?:/|xray:)traces/" + XRAY + "(?:[/?].*)?"),
            form("\\S*#(?:/|xray:)traces/" + W3C + "(?:[/?].*)?"));

    private TraceIds() {}

    private static Pattern form(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /**
     * The trace id in X-Ray's form: of a text that is one in X-Ray's or W3C's form, a whole {@code X-Amzn-Trace-Id} or
     * {@code traceparent} header, or the address of a trace in a console, AWS's or X-Ray Local's.
     */
    static Optional<String> find(String text) {
        return FORMS.stream()
                .map(form -> form.matcher(text.strip()))
                .filter(Matcher::matches)
                .map(TraceIds::id)
                .filter(id -> !id.matches("1-[0-]+"))
                .findFirst();
    }

    private static String id(MatchResult found) {
        return ("1-" + found.group(1) + "-" + found.group(2)).toLowerCase(Locale.ROOT);
    }
}
