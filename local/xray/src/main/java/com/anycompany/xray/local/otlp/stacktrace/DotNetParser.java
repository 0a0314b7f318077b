package com.anycompany.xray.local.otlp.stacktrace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parser for .NET's {@code Exception.ToString}, which prints the inner exceptions' frames first:
 *
 * <pre>
 * System.InvalidOperationException: bad
 *  ---&gt; System.IO.IOException: reset
 *    at Shop.Net.Read(Int32 count) in /src/Net.cs:line 9
 *    --- End of inner exception stack trace ---
 *    at Shop.Orders.Place(String id) in C:\src\Orders.cs:line 41
 *    at Microsoft.AspNetCore.Routing.EndpointMiddleware.Invoke(HttpContext context)
 *  ---&gt; (Inner Exception #1) System.Exception: another one&lt;---
 * </pre>
 */
final class DotNetParser implements StackTraceParser {

    /** On .NET Framework, the words between the parts are in the user's language; the blanks before them are the same. */
    private static final String AT = "(?:(?:   |^)at|   (?:bei|à|en|in|em|в|w|在|於|場所|위치:)) ";

    private static final String IN = " (?:in|dans|en|em|na|в|w|位置|於|場所|파일) ";

    private static final Pattern PLACED = Pattern.compile(
            AT + "(.{1,1000}?)(?: \\[0x[0-9a-f]+])?" + IN + "(.{1,800}):(?:[\\p{L}\\p{M}]+ )?(\\d{1,9})\\.?");

    private static final Pattern UNPLACED =
            Pattern.compile(AT + "(.{1,1500}\\))(?: \\+ 0x[0-9a-f]+| \\[0x[0-9a-f]+].*)?");
    private static final Pattern END_OF_INNER = Pattern.compile("--- .*(?:[Ii]nner|intern|внутр|wewn|内部|內部|내부).*---");
    private static final Pattern MEMBER = Pattern.compile("---> \\(Inner Exception #(\\d{1,9})\\) (.*)");
    private static final String INNER = "---> ";
    private static final String END_OF_PREVIOUS = "--- End of stack trace from previous location";

    @Override
    public StackTrace parse(List<String> lines) {
        TraceBuilder trace = new TraceBuilder();
        Deque<ExceptionBuilder> open = new ArrayDeque<>();
        open.push(trace.add(new ExceptionBuilder()));
        boolean repeated = false;
        for (String line : lines) {
            String text = line.strip();
            ExceptionBuilder current = open.element();
            Matcher member = StackTraceParser.match(MEMBER, text);
            if (member != null) {
                repeated = member.group(1).equals("0");
                if (!repeated) {
                    open.push(trace.add(new ExceptionBuilder(withoutEnd(member.group(2)))));
                }
            } else if (text.startsWith(INNER)) {
                open.push(trace.addCause(current, text.substring(INNER.length())));
            } else if (open.size() > 1 && StackTraceParser.match(END_OF_INNER, text) != null) {
                open.pop();
            } else if (!repeated && !frame(current, line) && !text.startsWith(END_OF_PREVIOUS)) {
                other(trace, open, line);
            }
        }
        return trace.build();
    }

    private static void other(TraceBuilder trace, Deque<ExceptionBuilder> open, String line) {
        ExceptionBuilder current = open.element();
        String text = withoutEnd(line.strip());
        if (current.hasFrames() || text.isEmpty()) {
            if (!text.isEmpty()) {
                trace.unread(line);
            }
            return;
        }
        int inner = text.indexOf(" " + INNER);
        if (inner < 0) {
            current.headerLine(text);
            return;
        }
        // .NET Framework has all headers in one line
        current.headerLine(text.substring(0, inner));
        String rest = text.substring(inner + 1 + INNER.length());
        for (int next = rest.indexOf(" " + INNER); next >= 0; next = rest.indexOf(" " + INNER)) {
            open.push(trace.addCause(open.element(), rest.substring(0, next)));
            rest = rest.substring(next + 1 + INNER.length());
        }
        open.push(trace.addCause(open.element(), rest));
    }

    private static boolean frame(ExceptionBuilder exception, String printed) {
        String text = withoutEnd(printed.stripTrailing());
        Matcher placed = StackTraceParser.match(PLACED, text);
        if (placed != null) {
            exception.frame(placed.group(2), StackTraceParser.number(placed.group(3)), placed.group(1));
            return true;
        }
        Matcher unplaced = StackTraceParser.match(UNPLACED, text);
        if (unplaced != null) {
            exception.frame("", 0, unplaced.group(1));
        }
        return unplaced != null;
    }

    /** Behind a member of an AggregateException. */
    private static String withoutEnd(String text) {
        return text.endsWith("<---") ? text.substring(0, text.length() - 4).strip() : text;
    }
}
