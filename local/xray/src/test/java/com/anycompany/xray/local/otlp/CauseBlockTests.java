package com.anycompany.xray.local.otlp;

import static com.anycompany.xray.local.otlp.Spans.at;
import static com.anycompany.xray.local.otlp.Spans.document;
import static com.anycompany.xray.local.otlp.Spans.event;
import static com.anycompany.xray.local.otlp.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of recorded exceptions; the forms of stack traces have tests of their own. */
class CauseBlockTests {

    private static Map<?, ?> failed(String language, String type, String message, String stack) {
        Map<String, Object> details = new HashMap<>(Map.of("exception.type", type, "exception.stacktrace", stack));
        if (message != null) {
            details.put("exception.message", message);
        }
        return document(span(
                Span.Kind.SERVER,
                "",
                "op",
                Map.of(),
                Map.of("telemetry.sdk.language", language),
                List.of(event("exception", details))));
    }

    private static List<?> exceptions(Map<?, ?> document) {
        return (List<?>) at(document, "cause/exceptions");
    }

    /** Case 03; {@code cause} is the id of the exception that caused this one (X-Ray Developer Guide, "Exceptions"). */
    @Test
    void causes_areLinkedByTheirIds() {
        Map<?, ?> segment = failed("java", "com.shop.OrderException", "order failed", """
                com.shop.OrderException: order failed
                \tat com.shop.Orders.place(Orders.java:41)
                \tSuppressed: java.lang.Exception: sup
                \t\tat com.shop.Sup.a(Sup.java:1)
                Caused by: java.sql.SQLException: Duplicate entry
                \tat org.db.Driver.exec(Driver.java:7)
                \t... 22 more
                """);
        List<?> exceptions = exceptions(segment);
        assertThat(exceptions).hasSize(2);
        Map<?, ?> recorded = (Map<?, ?>) exceptions.get(0);
        Map<?, ?> cause = (Map<?, ?>) exceptions.get(1);
        assertThat(recorded.get("message")).isEqualTo("order failed");
        assertThat(recorded.get("cause")).isNotNull().isEqualTo(cause.get("id"));
        assertThat(recorded.get("stack"))
                .isEqualTo(List.of(Map.of("path", "Orders.java", "line", 41, "label", "com.shop.Orders.place")));
        assertThat(cause.get("type")).isEqualTo("java.sql.SQLException");
        assertThat(cause.get("message")).isEqualTo("Duplicate entry");
        assertThat(cause.get("truncated")).isEqualTo(22);
        assertThat(at(segment, "metadata/otel/exceptions").toString())
                .contains("Suppressed: java.lang.Exception: sup", "com.shop.Sup.a", String.valueOf(recorded.get("id")));
    }

    /** Case 05: the path is there, and empty, where .NET prints none. */
    @Test
    void frameWithoutFile_hasAnEmptyPath() {
        Map<?, ?> segment = failed("dotnet", "System.Exception", "bad", """
                System.Exception: bad
                   at Shop.Orders.Place(String id) in /src/Shop/Orders.cs:line 41
                   at Shop.Pipeline.Invoke(HttpContext context)
                """);
        assertThat(((Map<?, ?>) exceptions(segment).get(0)).get("stack"))
                .isEqualTo(List.of(
                        Map.of("path", "/src/Shop/Orders.cs", "line", 41, "label", "Shop.Orders.Place(String id)"),
                        Map.of("path", "", "label", "Shop.Pipeline.Invoke(HttpContext context)")));
    }

    @Test
    void pythonsNote_andAnotherMessage_areKept() {
        String python =
                "Traceback (most recent call last):\n  File \"/a.py\", line 1, in f\n    g()\nValueError: x\na note\n";
        Map<?, ?> noted = failed("python", "ValueError", "x", python);
        assertThat(((Map<?, ?>) exceptions(noted).get(0)).get("message")).isEqualTo("x");
        assertThat(at(noted, "metadata/otel/exceptions").toString()).contains("stacktrace=a note");
        Map<?, ?> other = failed("nodejs", "E", "m", "TypeError: x\n    at /a.js:1:2\n");
        assertThat(((Map<?, ?>) exceptions(other).get(0)).get("message")).isEqualTo("m");
        assertThat(at(other, "metadata/otel/exceptions").toString()).contains("TypeError: x");
        assertThat(at(failed("nodejs", "E", "m", "E: m\n    at /a.js:1:2\n"), "metadata/otel/exceptions"))
                .isNull();
    }

    @Test
    void unknownForm_isKeptAsText() {
        Map<?, ?> segment = failed("erlang", "badarg", null, "{badarg,[{shop,place,1}]}\n  in odd form");
        assertThat(exceptions(segment)).hasSize(1);
        assertThat(at(segment, "metadata/otel/exceptions").toString())
                .contains("{badarg,[{shop,place,1}]}\n  in odd form");
    }

    @Test
    void idsOfTwoEvents_differ_andStatusAndOtherAttributesAreKept() {
        Span.Event event = event(
                "exception",
                Map.of(
                        "exception.type",
                        "E",
                        "exception.stacktrace",
                        "E\n\tat a.B.c(B.java:1)\nCaused by: F",
                        "k",
                        1L));
        Span span = new Span(
                "58406520a006649127e371903a2de979",
                "00f067aa0ba902b7",
                "",
                "op",
                Span.Kind.SERVER,
                1,
                2,
                0,
                Map.of(),
                List.of(event, event),
                List.of(),
                true,
                "it broke",
                Map.of("telemetry.sdk.language", "java"),
                new Span.Scope("lib", "1.2", Map.of("a", true)));
        Map<?, ?> segment = document(span);
        assertThat(exceptions(segment))
                .hasSize(4)
                .extracting(e -> ((Map<?, ?>) e).get("id"))
                .doesNotHaveDuplicates();
        assertThat(at(segment, "metadata/otel/status_message")).isEqualTo("it broke");
        assertThat(at(segment, "metadata/otel/exceptions").toString()).contains("attributes={k=1}");
        assertThat(at(segment, "metadata/otel/scope_version")).isEqualTo("1.2");
        assertThat(at(segment, "metadata/otel/scope_attributes")).isEqualTo(Map.of("a", true));
    }
}
