package com.anycompany.xray.local.otlp.stacktrace;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parser for the stack traces of V8, as Node's {@code Error.stack} and {@code util.inspect} print them, and of other
 * browsers:
 *
 * <pre>
 * TypeError: x
 *     at /app/src/index.js:30:11                                          no name: anonymous
 *     at async run (file:///app/main.mjs:8:3)
 *     at eval (eval at load (/app/load.js:10:3), &lt;anonymous&gt;:1:7)     the line that called eval
 *     at f (C:\app\win.js:3:1) {
 *   [cause]: Error: inner
 *     at wasm://wasm/0001:wasm-function[12]:0x1a                          an offset, no line
 * serve@https://shop.example/app.js:1:234                                 Firefox, Safari
 * forEach@[native code]
 * </pre>
 */
final class JavaScriptParser implements StackTraceParser {

    private static final String ANONYMOUS = "<anonymous>";

    private static final Pattern NAMED = Pattern.compile("at (?:async )?(.{1,500}?) \\((.{1,1500})\\)");
    private static final Pattern BARE = Pattern.compile("at (?:async )?(.{1,1500}:\\d{1,9}(?::\\d{1,9})?|<anonymous>)");
    private static final Pattern OFFSET = Pattern.compile("at (?:async )?(\\S{1,1500}:0x[0-9a-f]{1,16})");
    private static final Pattern BROWSER =
            Pattern.compile("([^@:]{0,500})@(\\S{1,1500}:\\d{1,9}:\\d{1,9}|\\[native code])");
    private static final Pattern UNLABELLED =
            Pattern.compile("(\\w[\\w+.-]{1,50}://\\S{1,1500}:\\d{1,9}:\\d{1,9}|\\[native code])");
    private static final String HERMES = "address at ";
    private static final Pattern LOCATION = Pattern.compile("(.{1,1500}?):(\\d{1,9})(?::\\d{1,9})?");
    private static final Pattern EVAL = Pattern.compile("\\(([^()]{1,1000}?):(\\d{1,9})(?::\\d{1,9})?\\)");
    private static final Pattern CAUSE = Pattern.compile("(?:\\[cause]|Caused by|caused by): (.*)");
    private static final Pattern OMITTED =
            Pattern.compile("\\.\\.\\. (\\d{1,9}) lines matching cause stack trace \\.\\.\\.");

    @Override
    public StackTrace parse(List<String> lines) {
        TraceBuilder trace = new TraceBuilder();
        ExceptionBuilder current = trace.add(new ExceptionBuilder());
        @Nullable ExceptionBuilder group = null;
        for (String line : lines) {
            String text = withoutBrace(line.strip());
            Matcher cause = StackTraceParser.match(CAUSE, text);
            Matcher omitted = StackTraceParser.match(OMITTED, text);
            if (frame(current, text)) {
                continue;
            }
            if (cause != null) {
                current = trace.addCause(current, cause.group(1));
            } else if (omitted != null) {
                current.omit(StackTraceParser.number(omitted.group(1)));
            } else if (text.equals("[errors]: [")) {
                group = current;
            } else if (!current.hasFrames()) {
                current.headerLine(text);
            } else if (group != null && text.contains("Error")) {
                current = member(trace, group, text);
            } else if (!text.isEmpty() && !text.matches("[\\[\\]{},]+")) {
                trace.unread(line);
            }
        }
        return trace.build();
    }

    /** The first error of an AggregateError counts as its cause. */
    private static ExceptionBuilder member(TraceBuilder trace, ExceptionBuilder group, String header) {
        return group.hasCause() ? trace.add(new ExceptionBuilder(header)) : trace.addCause(group, header);
    }

    /** Behind the last frame or the header, {@code util.inspect} opens the error's properties, or goes on in a list. */
    private static String withoutBrace(String text) {
        if (text.startsWith("at ") && text.endsWith(",")) {
            return text.substring(0, text.length() - 1);
        }
        return text.endsWith(" {") ? text.substring(0, text.length() - 2) : text;
    }

    private static boolean frame(ExceptionBuilder exception, String text) {
        Matcher named = StackTraceParser.match(NAMED, text);
        if (named != null) {
            frame(exception, named.group(1), named.group(2));
            return true;
        }
        Matcher bare = StackTraceParser.match(BARE, text);
        if (bare != null) {
            frame(exception, ANONYMOUS, bare.group(1));
            return true;
        }
        Matcher browser = StackTraceParser.match(BROWSER, text);
        if (browser != null) {
            frame(exception, browser.group(1).isEmpty() ? ANONYMOUS : browser.group(1), browser.group(2));
            return true;
        }
        Matcher offset = StackTraceParser.match(OFFSET, text);
        Matcher place = offset == null ? StackTraceParser.match(UNLABELLED, text) : offset;
        if (place != null) {
            frame(exception, ANONYMOUS, place.group(1));
        }
        return place != null;
    }

    private static void frame(ExceptionBuilder exception, String label, String printed) {
        String place = printed.startsWith(HERMES) ? printed.substring(HERMES.length()) : printed;
        Matcher location = location(place);
        String path = location == null ? place : location.group(1);
        int line = location == null ? 0 : StackTraceParser.number(location.group(2));
        exception.frame(path, line, label);
    }

    private static @Nullable Matcher location(String place) {
        if (place.startsWith("eval at ")) {
            Matcher origin = EVAL.matcher(place);
            return origin.find() ? origin : null;
        }
        return StackTraceParser.match(LOCATION, place);
    }
}
