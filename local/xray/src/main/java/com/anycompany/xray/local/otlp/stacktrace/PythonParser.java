package com.anycompany.xray.local.otlp.stacktrace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parser for Python's {@code traceback.format_exception}. The last call comes last, and so does the recorded exception,
 * behind those that it was raised from or while handling; members of a group stand in margins behind it:
 *
 * <pre>
 * Traceback (most recent call last):
 *   File "/app/db.py", line 3, in connect
 *     raise OSError("reset")                          source code: left out
 * OSError: reset
 *
 * During handling of the above exception, another exception occurred:
 *
 *   + Exception Group Traceback (most recent call last):
 *   |   File "/app/shop.py", line 8, in checkout
 *   | ExceptionGroup: two failed (2 sub-exceptions)
 *   | a note
 *   +-+---------------- 1 ----------------
 *     | ValueError: a
 *     +---------------- 2 ----------------
 *     | TypeError: b
 *     +------------------------------------
 * </pre>
 */
final class PythonParser implements StackTraceParser {

    private static final Pattern FRAME =
            Pattern.compile("\\s*File \"([^\"]{1,1000})\", line (\\d{1,9})(?:, in (.{1,500}))?");

    private static final Pattern REPEATED = Pattern.compile("\\s*\\[Previous line repeated (\\d{1,9}) more times?]");
    private static final Pattern MARGIN = Pattern.compile("(\\s*)[|+] ?(.*)");
    private static final Pattern NEXT_MEMBER = Pattern.compile("(\\s*)\\+(?:-\\+)?-{4,} (?:\\d{1,9}|\\.\\.\\.) -{4,}");
    private static final Pattern END_OF_MEMBERS = Pattern.compile("\\s*\\+-{4,}");
    private static final String TRACEBACK = "Traceback (most recent call last):";

    /** Between an exception and the one that was raised from it, or while it was handled. */
    private static final List<String> LINKS = List.of(
            "The above exception was the direct cause of the following exception:",
            "During handling of the above exception, another exception occurred:");

    /** The lines of exceptions that are linked with each other, without their margin, and what they are members of. */
    private record Section(int depth, @Nullable Section group, List<String> lines, List<ExceptionBuilder> read) {

        Section(int depth, @Nullable Section group) {
            this(depth, group, new ArrayList<>(), new ArrayList<>());
        }
    }

    @Override
    public StackTrace parse(List<String> lines) {
        TraceBuilder trace = new TraceBuilder();
        for (Section section : sections(lines)) {
            read(section, trace);
            List<ExceptionBuilder> read = section.read();
            for (int i = read.size() - 1; i >= 0; i--) {
                trace.add(read.get(i));
                if (i > 0) {
                    read.get(i).causedBy(read.get(i - 1));
                }
            }
            Section group = section.group();
            if (group != null) {
                ExceptionBuilder head = group.read().get(group.read().size() - 1);
                if (!head.hasCause()) {
                    head.causedBy(read.get(read.size() - 1));
                }
            }
        }
        return trace.build();
    }

    /** Divides the lines by their margins; the first section is that of the recorded exception. */
    private static List<Section> sections(List<String> lines) {
        List<Section> all = new ArrayList<>();
        Deque<Section> open = new ArrayDeque<>();
        all.add(new Section(-1, null));
        open.push(all.get(0));
        boolean group = false;
        for (String line : lines) {
            group |= line.strip().startsWith("+ Exception Group");
            Matcher member = group ? StackTraceParser.match(NEXT_MEMBER, line) : null;
            Matcher margin = group ? StackTraceParser.match(MARGIN, line) : null;
            if (member != null) {
                // the members' margin is two columns further in than that of their group
                int depth = member.group(1).length() + (line.strip().startsWith("+-+") ? 2 : 0);
                popDeeper(open, depth - 1);
                Section section = new Section(depth, open.element());
                open.push(section);
                all.add(section);
            } else if (margin != null && StackTraceParser.match(END_OF_MEMBERS, line) == null) {
                popDeeper(open, margin.group(1).length());
                open.element().lines().add(margin.group(2));
            } else if (margin == null) {
                popDeeper(open, -1);
                open.element().lines().add(line);
            }
        }
        return all;
    }

    private static void popDeeper(Deque<Section> open, int depth) {
        while (open.size() > 1 && open.element().depth() > depth) {
            open.pop();
        }
    }

    /** Reads the exceptions of a section in the order in which they were raised; at least one. */
    private static void read(Section section, TraceBuilder trace) {
        List<String> lines = new ArrayList<>();
        for (String line : section.lines()) {
            if (LINKS.contains(line.strip())) {
                section.read().add(exception(lines, trace));
                lines = new ArrayList<>();
            } else {
                lines.add(line);
            }
        }
        section.read().add(exception(lines, trace));
    }

    private static ExceptionBuilder exception(List<String> lines, TraceBuilder trace) {
        ExceptionBuilder exception = new ExceptionBuilder();
        boolean sourceIsKept = false;
        for (String line : lines) {
            Matcher frame = exception.hasHeader() ? null : StackTraceParser.match(FRAME, line);
            Matcher repeated = StackTraceParser.match(REPEATED, line);
            boolean indented = line.startsWith("   ");
            if (frame != null) {
                String label = frame.group(3);
                exception.frame(frame.group(1), StackTraceParser.number(frame.group(2)), label == null ? "" : label);
                sourceIsKept = label == null;
            } else if (repeated != null) {
                exception.omit(StackTraceParser.number(repeated.group(1)));
            } else if (line.strip().endsWith(TRACEBACK) && !exception.hasHeader()) {
                continue;
            } else if (exception.hasFrames() && indented && !exception.hasHeader()) {
                // a syntax error's line stands in no file, perhaps
                if (sourceIsKept) {
                    trace.unread(line);
                }
            } else if (exception.hasHeader() || !line.isBlank()) {
                exception.headerLine(line);
            }
        }
        exception.reverseFrames();
        return exception;
    }
}
