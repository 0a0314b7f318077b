package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.segment.DocumentField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code cause}: exceptions that a span recorded as events, or else what its status says. */
final class CauseBlock {

    private CauseBlock() {}

    static void addTo(Block document, Span span) {
        List<Map<String, Object>> exceptions = new ArrayList<>();
        for (Span.Event event : span.events()) {
            if (event.name().equals("exception")) {
                Attributes details = new Attributes(event.attributes());
                exceptions.add(exception(
                        span,
                        exceptions.size(),
                        details.text("exception.type"),
                        details.text("exception.message"),
                        details.text("exception.stacktrace")));
            }
        }
        if (exceptions.isEmpty() && span.failed() && !span.statusMessage().isEmpty()) {
            exceptions.add(exception(span, 0, null, span.statusMessage(), null));
        }
        document.put(DocumentField.CAUSE_BLOCK, new Block().put(DocumentField.EXCEPTIONS, exceptions));
    }

    private static Map<String, Object> exception(
            Span span, int number, @Nullable String type, @Nullable String message, @Nullable String stack) {
        return new Block()
                .put(DocumentField.EXCEPTION_ID, DerivedIds.derived(span.id(), number + 1))
                .put(DocumentField.EXCEPTION_TYPE, type)
                .put(DocumentField.EXCEPTION_MESSAGE, message)
                .flag(DocumentField.EXCEPTION_REMOTE, span.kind() == Span.Kind.CLIENT && stack == null)
                .put("stack", stack == null ? null : StackTrace.frames(stack))
                .members();
    }
}
