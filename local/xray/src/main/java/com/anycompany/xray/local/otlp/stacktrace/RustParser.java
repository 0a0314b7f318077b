package com.anycompany.xray.local.otlp.stacktrace;

import com.anycompany.xray.local.otlp.stacktrace.StackTrace.Frame;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parser for Rust's {@code std::backtrace}, panics, and the chains of {@code anyhow} and {@code eyre}. The calls that
 * take the backtrace come first; they are kept as text:
 *
 * <pre>
 * order failed
 *
 * Caused by:
 *     0: duplicate
 *     1: reset
 *
 * Stack backtrace:
 *    0: anyhow::error::Error::msg
 *    1: shop::orders::place
 *              at ./src/orders.rs:41:9
 * </pre>
 */
final class RustParser implements StackTraceParser {

    private static final Pattern CALL =
            Pattern.compile("\\s*\\d{1,9}: (?:0x[0-9a-f]+ - )?(.{1,1500}?)(?:::h[0-9a-f]{16})?");
    private static final Pattern PLACE = Pattern.compile("\\s+at (.{1,1000}?):(\\d{1,9})(?::\\d{1,9})?");
    private static final Pattern PANIC =
            Pattern.compile("thread '.*' panicked at (?:'(.*)', )?(.{1,1000}?):(\\d{1,9}):\\d{1,9}:?");
    private static final Pattern LOCATION = Pattern.compile("\\s+(\\S.{0,1000}?):(\\d{1,9})(?::\\d{1,9})?");
    private static final Pattern NUMBERED = Pattern.compile("(?:\\d{1,9}: )?(.*)");
    private static final Pattern TAKES_THE_BACKTRACE = Pattern.compile(
            "<?(?:std::backtrace|std::sys|std::panicking|backtrace::|rust_begin_unwind|__rustc::rust_begin_unwind"
                    + "|core::panicking|core::result::(?:unwrap_failed|Result)|core::option::|anyhow::|eyre::|opentelemetry"
                    + "|.* as core::(?:convert|ops::try_trait)::).*");

    private enum Part {
        MESSAGE,
        CAUSES,
        LOCATION,
        FRAMES
    }

    @Override
    public StackTrace parse(List<String> lines) {
        TraceBuilder trace = new TraceBuilder();
        ExceptionBuilder exception = trace.add(new ExceptionBuilder().untyped());
        ExceptionBuilder last = exception;
        Part part = Part.MESSAGE;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String text = line.strip();
            Part next = part(part, text);
            if (next != part || text.isEmpty()) {
                part = next;
                if (part != Part.FRAMES || StackTraceParser.match(CALL, line) == null) {
                    continue;
                }
            }
            switch (part) {
                case MESSAGE -> message(exception, text);
                case CAUSES -> last = trace.addCause(last, withoutNumber(text)).untyped();
                case LOCATION -> location(exception, line);
                case FRAMES -> i += frame(exception, line, i + 1 < lines.size() ? lines.get(i + 1) : "", trace);
            }
        }
        dropBacktracesOwn(exception, trace);
        return trace.build();
    }

    private static Part part(Part now, String text) {
        if (text.equalsIgnoreCase("Stack backtrace:") || now == Part.MESSAGE && text.startsWith("0: ")) {
            return Part.FRAMES;
        }
        return switch (text) {
            case "Caused by:" -> Part.CAUSES;
            case "Location:" -> Part.LOCATION;
            default -> now;
        };
    }

    private static void message(ExceptionBuilder exception, String text) {
        Matcher panic = StackTraceParser.match(PANIC, text);
        if (panic == null) {
            exception.headerLine(text);
            return;
        }
        exception.type("panic");
        exception.frame(panic.group(2), StackTraceParser.number(panic.group(3)), "");
        if (panic.group(1) != null) {
            exception.headerLine(panic.group(1));
        }
    }

    private static String withoutNumber(String text) {
        Matcher numbered = StackTraceParser.match(NUMBERED, text);
        return numbered == null ? text : numbered.group(1);
    }

    private static void location(ExceptionBuilder exception, String line) {
        Matcher location = StackTraceParser.match(LOCATION, line);
        if (location != null) {
            exception.frame(location.group(1), StackTraceParser.number(location.group(2)), "");
        }
    }

    /** Returns how many further lines it took. */
    private static int frame(ExceptionBuilder exception, String line, String following, TraceBuilder trace) {
        Matcher call = StackTraceParser.match(CALL, line);
        if (call == null) {
            trace.unread(line);
            return 0;
        }
        Matcher place = StackTraceParser.match(PLACE, following);
        if (place == null) {
            exception.frame("", 0, call.group(1));
            return 0;
        }
        exception.frame(place.group(1), StackTraceParser.number(place.group(2)), call.group(1));
        return 1;
    }

    /** The place of a panic or a location, which has no label, is that of the first call behind them. */
    private static void dropBacktracesOwn(ExceptionBuilder exception, TraceBuilder trace) {
        List<Frame> frames = exception.frames();
        int first = !frames.isEmpty() && frames.get(0).label().isEmpty() ? 1 : 0;
        @Nullable Frame thrower = first == 1 ? frames.get(0) : null;
        int own = first;
        while (own < frames.size()
                && TAKES_THE_BACKTRACE.matcher(frames.get(own).label()).matches()) {
            own++;
        }
        if (own == frames.size()) {
            return;
        }
        for (Frame frame : frames.subList(first, own)) {
            trace.unread(frame.label() + (frame.path().isEmpty() ? "" : " at " + frame.path() + ":" + frame.line()));
        }
        boolean toldTwice = thrower == null
                || frames.get(own).path().endsWith(thrower.path().replaceFirst("^\\./", ""));
        exception.dropFirstFrames(own);
        if (!toldTwice && thrower != null) {
            exception.frames().add(0, thrower);
        }
    }
}
