package com.anycompany.xray.local.otlp.stacktrace;

import com.anycompany.xray.local.otlp.stacktrace.StackTrace.Frame;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parser for Go's {@code runtime.Stack}, which OpenTelemetry records where the error is recorded, so that its own calls
 * come first; with a panic, the runtime's as well. They are kept as text:
 *
 * <pre>
 * goroutine 1 [running]:
 * go.opentelemetry.io/otel/sdk/trace.(*recordingSpan).RecordError(0xc000156000, …)
 *     /go/pkg/mod/go.opentelemetry.io/otel/sdk@v1.38.0/trace/span.go:472 +0x1a5
 * main.place(0x7)
 *     /app/main.go:41 +0x1d
 * created by main.main in goroutine 1
 *     /app/main.go:12 +0x25
 * </pre>
 *
 * <p>Errors of {@code github.com/pkg/errors} and its likes print each error before its own calls, the first cause first.
 */
final class GoParser implements StackTraceParser {

    private static final Pattern PLACE = Pattern.compile("\\s+(\\S.{0,1000}):(\\d{1,9})(?: \\+0x[0-9a-f]+)?");
    private static final Pattern GOROUTINE = Pattern.compile("goroutine \\d{1,18} .*:");
    private static final Pattern RECORDING =
            Pattern.compile("go\\.opentelemetry\\.io/otel/sdk/trace\\..*|runtime(?:/debug)?\\.Stack\\(.*");
    private static final Pattern PANIC = Pattern.compile("panic\\(.*|runtime\\.gopanic.*");

    @Override
    public StackTrace parse(List<String> lines) {
        TraceBuilder trace = new TraceBuilder();
        ExceptionBuilder exception = trace.add(new ExceptionBuilder());
        boolean others = false;
        boolean ofRuntime = false;
        int lastPlace = lastPlace(lines);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher place = i + 1 < lines.size() ? StackTraceParser.match(PLACE, lines.get(i + 1)) : null;
            boolean goroutine = StackTraceParser.match(GOROUTINE, line.strip()) != null;
            ofRuntime |= goroutine;
            others |= goroutine && exception.hasFrames();
            if (others) {
                trace.unread(line);
            } else if (place != null && !line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
                exception.frame(place.group(1), StackTraceParser.number(place.group(2)), line.strip());
                i++;
            } else if (!goroutine && !exception.hasFrames()) {
                exception.headerLine(line);
            } else if (!goroutine && !line.isBlank()) {
                if (ofRuntime || i > lastPlace || Character.isWhitespace(line.charAt(0))) {
                    trace.unread(line);
                } else {
                    exception = trace.addWrapper(exception.untyped(), line).untyped();
                }
            }
        }
        int thrower = thrower(exception.frames());
        for (Frame frame : exception.frames().subList(0, thrower)) {
            trace.unread(frame.label() + "\n\t" + frame.path() + ":" + frame.line());
        }
        exception.dropFirstFrames(thrower);
        return trace.build();
    }

    private static int lastPlace(List<String> lines) {
        int last = lines.size() - 1;
        while (last >= 0 && StackTraceParser.match(PLACE, lines.get(last)) == null) {
            last--;
        }
        return last;
    }

    /** Where the program's own calls begin. */
    private static int thrower(List<Frame> frames) {
        int first = 0;
        for (int i = 0; i < frames.size(); i++) {
            if (PANIC.matcher(frames.get(i).label()).matches()) {
                first = i + 1;
            }
        }
        boolean panic = first > 0;
        while (first < frames.size() && isBefore(frames.get(first).label(), panic)) {
            first++;
        }
        return first < frames.size() ? first : 0;
    }

    private static boolean isBefore(String label, boolean panic) {
        return RECORDING.matcher(label).matches() || panic && label.startsWith("runtime.");
    }
}
