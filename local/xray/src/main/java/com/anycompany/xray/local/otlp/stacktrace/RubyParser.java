package com.anycompany.xray.local.otlp.stacktrace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parser for Ruby's {@code Exception#full_message}, in either order, and {@code Exception#backtrace}:
 *
 * <pre>
 * /app/orders.rb:41:in 'Orders#place': order failed (OrderError)
 *     from /app/main.rb:7:in '&lt;main&gt;'
 * /app/db.rb:3:in 'Db#insert': duplicate (KeyError)          the cause of the one before
 *     from /app/orders.rb:39:in 'Orders#place'
 * </pre>
 */
final class RubyParser implements StackTraceParser {

    private static final String PLACE = "(.{1,1000}?):(\\d{1,9})(?::in [`'](.{1,500}?)')?";
    private static final Pattern HEADER = Pattern.compile(PLACE + ": (.*)", Pattern.DOTALL);
    private static final Pattern FRAME = Pattern.compile("(?:\\d{1,9}: )?from " + PLACE);
    private static final Pattern NUMBERED = Pattern.compile("\\s+\\d{1,9}: from .*");
    private static final Pattern BACKTRACE = Pattern.compile("(.{1,1000}?):(\\d{1,9}):in [`'](.{1,500})'");
    private static final Pattern TYPE = Pattern.compile("(.*) \\(([\\w:]{1,200})\\)");
    private static final Pattern OMITTED = Pattern.compile("\\.\\.\\. (\\d{1,9}) levels\\.\\.\\.");
    private static final String TRACEBACK = "Traceback (most recent call last):";

    @Override
    public StackTrace parse(List<String> lines) {
        TraceBuilder trace = new TraceBuilder();
        ExceptionBuilder current = trace.add(new ExceptionBuilder());
        for (String line : inOrder(lines)) {
            String text = line.strip();
            Matcher frame = StackTraceParser.match(FRAME, text);
            Matcher backtrace = StackTraceParser.match(BACKTRACE, text);
            Matcher omitted = StackTraceParser.match(OMITTED, text);
            Matcher header = StackTraceParser.match(HEADER, text);
            if (frame != null) {
                add(current, frame);
            } else if (backtrace != null) {
                add(current, backtrace);
            } else if (omitted != null) {
                current.omit(StackTraceParser.number(omitted.group(1)));
            } else if (header != null && isHeader(header, current)) {
                current = current.hasFrames() ? trace.addCause(current, "") : current;
                add(current, header);
                message(current, header.group(4));
            } else if (!text.isEmpty() && !text.equals(TRACEBACK)) {
                message(current, text);
            }
        }
        return trace.build();
    }

    /** Ruby 2 may print the last call last, numbered, and the exception behind it. */
    private static List<String> inOrder(List<String> lines) {
        List<String> numbered = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String line : lines) {
            (StackTraceParser.match(NUMBERED, line) == null ? others : numbered).add(line);
        }
        for (int i = numbered.size() - 1; i >= 0; i--) {
            others.add(numbered.get(i));
        }
        return others;
    }

    private static boolean isHeader(Matcher header, ExceptionBuilder current) {
        return header.group(3) != null || !current.hasFrames();
    }

    private static void add(ExceptionBuilder exception, Matcher place) {
        String label = place.group(3);
        exception.frame(place.group(1), StackTraceParser.number(place.group(2)), label == null ? "" : label);
    }

    /** The type stands behind the message's first line. */
    private static void message(ExceptionBuilder exception, String text) {
        Matcher type = StackTraceParser.match(TYPE, text);
        if (type == null) {
            exception.headerLine(text);
        } else {
            exception.type(type.group(2));
            exception.headerLine(type.group(1));
        }
    }
}
