package com.anycompany.xray.local.otlp.stacktrace;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the parser for a stack trace: that of the program's language, and where it finds no frame, the one that finds
 * most of them, since a trace may come from elsewhere (ADR 052).
 */
public final class StackTraceReader {

    private static final StackTraceParser JAVA = new JavaParser();
    private static final StackTraceParser JAVA_SCRIPT = new JavaScriptParser();
    private static final StackTraceParser PYTHON = new PythonParser();
    private static final StackTraceParser DOT_NET = new DotNetParser();
    private static final StackTraceParser GO = new GoParser();
    private static final StackTraceParser RUBY = new RubyParser();
    private static final StackTraceParser PHP = new PhpParser();
    private static final StackTraceParser RUST = new RustParser();
    private static final StackTraceParser ELIXIR = new ElixirParser();

    /** By the values of {@code telemetry.sdk.language}; {@code javascript} is older than {@code nodejs}. */
    private static final Map<String, StackTraceParser> BY_LANGUAGE = Map.ofEntries(
            Map.entry("java", JAVA),
            Map.entry("nodejs", JAVA_SCRIPT),
            Map.entry("webjs", JAVA_SCRIPT),
            Map.entry("javascript", JAVA_SCRIPT),
            Map.entry("python", PYTHON),
            Map.entry("dotnet", DOT_NET),
            Map.entry("go", GO),
            Map.entry("ruby", RUBY),
            Map.entry("php", PHP),
            Map.entry("rust", RUST),
            Map.entry("erlang", ELIXIR));

    /** Of several that find as much, the first one is taken: the narrower forms come first. */
    private static final List<StackTraceParser> BY_FORM =
            List.of(JAVA, JAVA_SCRIPT, PYTHON, DOT_NET, GO, PHP, ELIXIR, RUBY, RUST);

    /** Ruby and Node print in colours. */
    private static final Pattern COLOUR = Pattern.compile("\\x1b\\[[0-9;]{0,20}m");

    private StackTraceReader() {}

    /**
     * Reads a stack trace.
     *
     * @param language {@code telemetry.sdk.language}; null if it isn't known
     * @param header type and message of the recorded exception, {@code type: message}, which most languages print first
     */
    public static StackTrace read(@Nullable String language, String header, String printed) {
        String plain = printed.indexOf('\u001b') < 0
                ? printed
                : COLOUR.matcher(printed).replaceAll("");
        List<String> lines = withoutHeader(header, plain).lines().toList();
        StackTraceParser ofLanguage = language == null ? null : BY_LANGUAGE.get(language);
        if (ofLanguage != null) {
            StackTrace trace = ofLanguage.parse(lines);
            if (trace.extent() > 0) {
                return trace;
            }
        }
        StackTrace best = new StackTrace(
                List.of(), lines.stream().filter(line -> !line.isBlank()).toList());
        for (StackTraceParser parser : BY_FORM) {
            StackTrace trace = parser.parse(lines);
            best = trace.extent() > best.extent() ? trace : best;
        }
        return best;
    }

    /** A message may have lines that look like frames. */
    private static String withoutHeader(String header, String printed) {
        boolean told = !header.isEmpty()
                && printed.startsWith(header)
                && (printed.length() == header.length() || printed.charAt(header.length()) == '\n');
        return told ? printed.substring(header.length()) : printed;
    }
}
