package com.anycompany.xray.local.otlp.stacktrace;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parser for Java's {@code Throwable.printStackTrace}, and for OpenTelemetry's PHP, which prints the same:
 *
 * <pre>
 * com.shop.OrderException: order failed
 *     at app//com.shop.Orders.place(Orders.java:41)        loader and module are no part of the label
 *     Suppressed: java.lang.Exception: sup                 an exception beside this one: kept as text
 *         at com.shop.Sup.a(Sup.java:1)
 * Caused by: java.sql.SQLException: Duplicate entry
 *     at org.db.Driver.exec(Driver.java:7)
 *     ... 22 more                                          frames of the exception before
 * </pre>
 *
 * <p>Logback can print the root cause first; the exceptions behind it are then {@code Wrapped by: …}.
 */
final class JavaParser implements StackTraceParser {

    /** As {@code StackTraceElement.toString} writes it; class names of lambdas contain a slash, too, behind a dollar. */
    private static final Pattern FRAME =
            Pattern.compile("at (?:[^/$(]{0,200}/){0,2}([^(]{0,800}[^( ])\\((Native Method|Unknown Source|[^()"
                    + " :]*)(?::(\\d{1,9}))?\\)(?: ~?\\[.*])?");

    private static final Pattern OMITTED = Pattern.compile("\\.\\.\\. (\\d{1,9}) (?:more|common frames omitted)");
    private static final String CAUSE = "Caused by: ";
    private static final String WRAPPER = "Wrapped by: ";
    private static final String SUPPRESSED = "Suppressed: ";

    @Override
    public StackTrace parse(List<String> lines) {
        TraceBuilder trace = new TraceBuilder();
        ExceptionBuilder current = trace.add(new ExceptionBuilder());
        int suppressedAt = -1;
        for (String line : lines) {
            String text = line.strip();
            int indent = StackTraceParser.indent(line);
            boolean cause = isCause(text);
            if (suppressedAt >= 0 && !(cause && (indent < suppressedAt || suppressedAt == 0))) {
                trace.unread(line);
                continue;
            }
            suppressedAt = -1;
            Matcher omitted = StackTraceParser.match(OMITTED, text);
            Matcher frame = frame(text);
            if (text.startsWith(SUPPRESSED)) {
                suppressedAt = indent;
                trace.unread(line);
            } else if (cause) {
                current = trace.addCause(current, text.substring(CAUSE.length()));
            } else if (text.startsWith(WRAPPER)) {
                current = trace.addWrapper(current, text.substring(WRAPPER.length()));
            } else if (omitted != null) {
                current.omit(StackTraceParser.number(omitted.group(1)));
            } else if (frame != null) {
                current.frame(frame.group(2), StackTraceParser.number(frame.group(3)), frame.group(1));
            } else if (!current.hasFrames()) {
                current.headerLine(withoutThread(text));
            } else if (!text.isEmpty()) {
                trace.unread(line);
            }
        }
        return trace.build();
    }

    private static boolean isCause(String text) {
        return text.startsWith(CAUSE) && !text.startsWith(CAUSE + "[CIRCULAR REFERENCE");
    }

    /** What stands in brackets is a file, unless it is neither followed by a line nor has an ending. */
    private static @Nullable Matcher frame(String text) {
        Matcher frame = StackTraceParser.match(FRAME, text);
        if (frame == null) {
            return null;
        }
        String file = frame.group(2);
        return frame.group(3) != null || file.indexOf('.') > 0 || file.indexOf(' ') > 0 || file.startsWith("<")
                ? frame
                : null;
    }

    private static String withoutThread(String text) {
        return text.replaceFirst("^Exception in thread \"[^\"]*\" ", "");
    }
}
