package com.anycompany.xray.local.otlp.stacktrace;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parser for Elixir's {@code Exception.format}, which OpenTelemetry records for the languages of Erlang's machine:
 *
 * <pre>
 * ** (ArithmeticError) bad argument in arithmetic expression
 *     (shop 0.1.0) lib/shop.ex:4: Shop.share/2               the application is no part of the path
 *     :erlang./(1, 0)                                        no file
 *     (stdlib 4.3) gen_server.erl:1123: :gen_server.try_handle_call/4
 * </pre>
 */
final class ElixirParser implements StackTraceParser {

    private static final String APPLICATION = "\\s+(?:\\([\\w.-]{1,100}(?: [\\w.+-]{1,100})?\\) )?";

    private static final Pattern PLACED =
            Pattern.compile(APPLICATION + "([^\\s:()]{1,500}\\.\\w{1,10}):(\\d{1,9}): (.{1,800})");

    /** Without a file: a call of an Erlang module with its arguments, or a function with its arity. */
    private static final Pattern UNPLACED =
            Pattern.compile(APPLICATION + "(:[^\\s(]{1,300}\\(.{0,800}\\)|[^\\s(]{1,300}/\\d{1,3})");

    private static final Pattern HEADER = Pattern.compile("\\*\\* \\(([\\w.]{1,300})\\) ?(.*)");

    @Override
    public StackTrace parse(List<String> lines) {
        TraceBuilder trace = new TraceBuilder();
        ExceptionBuilder exception = trace.add(new ExceptionBuilder().untyped());
        for (String line : lines) {
            Matcher header = exception.hasHeader() ? null : StackTraceParser.match(HEADER, line);
            Matcher placed = StackTraceParser.match(PLACED, line);
            Matcher unplaced = StackTraceParser.match(UNPLACED, line);
            if (header != null) {
                exception.type(header.group(1));
                exception.headerLine(header.group(2));
            } else if (placed != null) {
                exception.frame(placed.group(1), StackTraceParser.number(placed.group(2)), placed.group(3));
            } else if (unplaced != null) {
                exception.frame("", 0, unplaced.group(1));
            } else if (!exception.hasFrames()) {
                exception.headerLine(line);
            } else if (!line.isBlank()) {
                trace.unread(line);
            }
        }
        return trace.build();
    }
}
