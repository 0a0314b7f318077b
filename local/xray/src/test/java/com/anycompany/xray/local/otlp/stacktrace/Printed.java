package com.anycompany.xray.local.otlp.stacktrace;

import java.util.ArrayList;
import java.util.List;

/** A stack trace in lines: exceptions with their cause's place, frames, and what wasn't read. */
final class Printed {

    private Printed() {}

    /**
     * <pre>
     * java.io.IOException: broken -&gt; 1
     *   com.shop.Carts.read Carts.java 12
     *   … 3
     * java.lang.Error: null
     * ? Suppressed: x
     * </pre>
     */
    static String read(String language, String header, String text) {
        StackTrace trace = StackTraceReader.read(language, header, text);
        List<String> lines = new ArrayList<>();
        trace.exceptions().forEach(exception -> {
            lines.add(exception.type() + ": " + exception.message()
                    + (exception.cause() < 0 ? "" : " -> " + exception.cause()));
            exception
                    .frames()
                    .forEach(frame -> lines.add(
                            "  " + frame.label() + " " + frame.path() + (frame.line() == 0 ? "" : " " + frame.line())));
            if (exception.omitted() > 0) {
                lines.add("  … " + exception.omitted());
            }
        });
        trace.unread().forEach(line -> lines.add("? " + line.strip()));
        return String.join("\n", lines) + "\n";
    }

    static String read(String language, String text) {
        return read(language, "", text);
    }
}
