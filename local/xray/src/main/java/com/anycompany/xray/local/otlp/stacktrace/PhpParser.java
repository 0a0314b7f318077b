package com.anycompany.xray.local.otlp.stacktrace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parser for PHP's {@code Throwable::__toString} and {@code getTraceAsString}; OpenTelemetry's SDK prints as Java does.
 * The file and line of the throw stand in the header, the recorded exception behind its causes:
 *
 * <pre>
 * PDOException: duplicate in /app/Db.php:7
 * Stack trace:
 * #0 /app/Orders.php(41): Db-&gt;insert('x')
 * #1 {main}
 *
 * Next Shop\OrderException: order failed in /app/Orders.php:43
 * Stack trace:
 * #0 [internal function]: Orders-&gt;place()
 * #1 {main}
 * </pre>
 */
final class PhpParser implements StackTraceParser {

    private static final Pattern HEADER = Pattern.compile(
            "(?:Next |PHP Fatal error: +Uncaught )?(.*) in (\\S[^\n]{0,1000}):(\\d{1,9})", Pattern.DOTALL);
    private static final Pattern FRAME =
            Pattern.compile("#\\d{1,9} (.{1,1000}?)(?:\\((\\d{1,9})\\)(?: : (?:eval\\(\\)'d code|runtime-created"
                    + " function)(?:\\(\\d{1,9}\\))?){0,9})?: (.{1,800})");
    private static final Pattern MAIN = Pattern.compile("#\\d{1,9} (\\{main})");
    private static final Pattern NUMBERED = Pattern.compile("#\\d{1,9} .*");

    private final StackTraceParser likeJava = new JavaParser();

    @Override
    public StackTrace parse(List<String> lines) {
        if (lines.stream().noneMatch(line -> StackTraceParser.match(NUMBERED, line.strip()) != null)) {
            return likeJava.parse(lines);
        }
        TraceBuilder trace = new TraceBuilder();
        List<ExceptionBuilder> exceptions = new ArrayList<>();
        List<String> header = new ArrayList<>();
        ExceptionBuilder current = new ExceptionBuilder();
        exceptions.add(current);
        boolean inStack = false;
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith("Next ") && inStack) {
                ExceptionBuilder next = new ExceptionBuilder();
                next.causedBy(current);
                current = next;
                exceptions.add(current);
                inStack = false;
            }
            boolean start = text.equals("Stack trace:");
            if (!inStack && (start || StackTraceParser.match(NUMBERED, text) != null)) {
                inStack = true;
                header(current, String.join("\n", header).strip());
                header.clear();
            }
            if (!inStack) {
                header.add(text);
            } else if (!start && !frame(current, text) && !text.isEmpty()) {
                trace.unread(line);
            }
        }
        if (!header.isEmpty()) {
            header(current, String.join("\n", header).strip());
        }
        for (int i = exceptions.size() - 1; i >= 0; i--) {
            trace.add(exceptions.get(i));
        }
        return trace.build();
    }

    private static void header(ExceptionBuilder exception, String text) {
        Matcher header = StackTraceParser.match(HEADER, text);
        if (header == null) {
            exception.headerLine(text);
            return;
        }
        exception.headerLine(header.group(1));
        exception.frame(header.group(2), StackTraceParser.number(header.group(3)), "");
    }

    private static boolean frame(ExceptionBuilder exception, String text) {
        Matcher main = StackTraceParser.match(MAIN, text);
        if (main != null) {
            exception.frame("", 0, main.group(1));
            return true;
        }
        Matcher frame = StackTraceParser.match(FRAME, text);
        if (frame != null) {
            exception.frame(frame.group(1), StackTraceParser.number(frame.group(2)), frame.group(3));
        }
        return frame != null;
    }
}
