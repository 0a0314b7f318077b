package com.anycompany.xray.local.otlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parser for printed stack traces of Java, JavaScript and Python. */
final class StackTrace {

    private static final int MAX_FRAMES = 50;
    private static final int MAX_LINE = 1000;

    /** {@code at a.b.C.m(C.java:12)}, {@code at f (/app/x.js:3:7)}: label, path, line. */
    private static final Pattern CALL =
            Pattern.compile("at ([^(]{1,400})\\(([^():]{1,400})(?::(\\d{1,9}))?[^)]{0,20}\\)");

    /** {@code File "/app/x.py", line 3, in f}: path, line, label. */
    private static final Pattern PYTHON = Pattern.compile("File \"([^\"]{1,400})\", line (\\d{1,9}), in (.{1,400})");

    private StackTrace() {}

    /** The frames of the exception itself, without those of its causes; of Python's, the last call comes first. */
    static List<Map<String, Object>> frames(String printed) {
        List<Map<String, Object>> frames = new ArrayList<>();
        boolean python = false;
        for (String line : (Iterable<String>) printed.lines()::iterator) {
            String text = line.strip();
            if (text.startsWith("Caused by:")) {
                break;
            }
            if (text.length() <= MAX_LINE) {
                python |= text.startsWith("File \"");
                Map<String, Object> frame = frame(text);
                if (frame != null && (python || frames.size() < MAX_FRAMES)) {
                    frames.add(frame);
                }
            }
        }
        return python ? lastFirst(frames) : frames;
    }

    private static List<Map<String, Object>> lastFirst(List<Map<String, Object>> frames) {
        List<Map<String, Object>> turned = new ArrayList<>();
        for (int i = frames.size() - 1; i >= 0 && turned.size() < MAX_FRAMES; i--) {
            turned.add(frames.get(i));
        }
        return turned;
    }

    private static @Nullable Map<String, Object> frame(String line) {
        Matcher call = CALL.matcher(line);
        if (call.matches()) {
            return frame(call.group(1), call.group(2), call.group(3));
        }
        Matcher python = PYTHON.matcher(line);
        return python.matches() ? frame(python.group(3), python.group(1), python.group(2)) : null;
    }

    private static Map<String, Object> frame(String label, String path, @Nullable String line) {
        return new Block()
                .put("path", path)
                .putNumber("line", line == null ? 0 : Long.parseLong(line))
                .put("label", label.strip())
                .members();
    }
}
