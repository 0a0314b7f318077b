package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.otlp.stacktrace.StackTrace;
import com.anycompany.xray.local.otlp.stacktrace.StackTrace.Frame;
import com.anycompany.xray.local.otlp.stacktrace.StackTrace.PrintedException;
import com.anycompany.xray.local.otlp.stacktrace.StackTraceReader;
import com.anycompany.xray.local.segment.DocumentField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code cause}: exceptions that a span recorded as events, each with its own causes, or else what its status says. */
final class CauseBlock {

    private final Span span;
    private final List<Map<String, Object>> exceptions = new ArrayList<>();
    private final List<Map<String, Object>> rest = new ArrayList<>();
    private final boolean tellsStatus;

    private CauseBlock(Span span) {
        this.span = span;
        for (Span.Event event : span.events()) {
            if (event.name().equals("exception")) {
                add(new Attributes(event.attributes()));
            }
        }
        this.tellsStatus =
                exceptions.isEmpty() && span.failed() && !span.statusMessage().isEmpty();
        if (tellsStatus) {
            PrintedException status = new PrintedException(null, span.statusMessage(), List.of(), 0, -1);
            exceptions.add(exception(status, 0, span.kind() == Span.Kind.CLIENT));
        }
    }

    static CauseBlock of(Span span) {
        return new CauseBlock(span);
    }

    Block block() {
        return new Block().put(DocumentField.EXCEPTIONS, exceptions);
    }

    /** Whether the status's message is among the exceptions. */
    boolean tellsStatus() {
        return tellsStatus;
    }

    /** What of the exceptions X-Ray has no field for: lines of stack traces, and other attributes of the events. */
    List<Map<String, Object>> rest() {
        return rest;
    }

    private void add(Attributes event) {
        String type = event.text("exception.type");
        String message = event.text("exception.message");
        String printed = event.text("exception.stacktrace");
        String language = span.resource().get("telemetry.sdk.language") instanceof String text ? text : null;
        String header = (type == null ? "" : type) + (message == null ? "" : ": " + message);
        StackTrace trace = printed == null
                ? new StackTrace(List.of(), List.of())
                : StackTraceReader.read(language, header, printed);
        int first = exceptions.size();
        PrintedException recorded = trace.exceptions().isEmpty()
                ? new PrintedException(null, null, List.of(), 0, -1)
                : trace.exceptions().get(0);
        PrintedException named = new PrintedException(
                type == null ? recorded.type() : type,
                message == null ? recorded.message() : message,
                recorded.frames(),
                recorded.omitted(),
                recorded.cause());
        exceptions.add(exception(named, first, span.kind() == Span.Kind.CLIENT && printed == null));
        trace.exceptions().stream().skip(1).forEach(cause -> exceptions.add(exception(cause, first, false)));
        String untold = untold(recorded, message);
        if (untold.isEmpty() && trace.unread().isEmpty() && event.rest().isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        if (!untold.isEmpty()) {
            lines.add(untold);
        }
        lines.addAll(trace.unread());
        rest.add(new Block()
                .put(DocumentField.EXCEPTION_ID, id(first))
                .put("stacktrace", String.join("\n", lines))
                .put("attributes", event.rest())
                .members());
    }

    /** What the printed message says beyond the recorded one: Python's notes, or all of another message. */
    private static String untold(PrintedException printed, @Nullable String message) {
        String text = printed.message();
        if (text == null || message == null || message.contains(text)) {
            return "";
        }
        String same = message.strip();
        return text.startsWith(same)
                ? text.substring(same.length()).strip()
                : (printed.type() == null ? "" : printed.type() + ": ") + text;
    }

    /** @param first the place of the recorded exception, from which causes are counted */
    private Map<String, Object> exception(PrintedException printed, int first, boolean remote) {
        return new Block()
                .put(DocumentField.EXCEPTION_ID, id(exceptions.size()))
                .put(DocumentField.EXCEPTION_TYPE, printed.type())
                .put(DocumentField.EXCEPTION_MESSAGE, printed.message())
                .flag(DocumentField.EXCEPTION_REMOTE, remote)
                .putNumber("truncated", printed.omitted())
                .put("cause", printed.cause() < 0 ? null : id(first + printed.cause()))
                .put("stack", printed.frames().stream().map(CauseBlock::frame).toList())
                .members();
    }

    private String id(int place) {
        return DerivedIds.derived(span.id(), place + 1);
    }

    private static Map<String, Object> frame(Frame frame) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("path", frame.path());
        if (frame.line() > 0) {
            members.put("line", frame.line());
        }
        members.put("label", frame.label());
        return members;
    }
}
