package com.anycompany.xray.local.otlp.stacktrace;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parser for the stack traces that one language prints. */
interface StackTraceParser {

    /** A longer line is no frame. */
    int MAX_LINE = 2000;

    /** Reads as much as it understands; a trace of another language gives no frames, or fewer than that one's parser. */
    StackTrace parse(List<String> lines);

    /** The match of a whole line; null if there is none. */
    static @Nullable Matcher match(Pattern pattern, String line) {
        if (line.length() > MAX_LINE) {
            return null;
        }
        Matcher matcher = pattern.matcher(line);
        return matcher.matches() ? matcher : null;
    }

    /** A line's number; 0 if it isn't printed. */
    static int number(@Nullable String digits) {
        return digits == null || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }

    /** How many blanks and tabs a line begins with. */
    static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
            indent++;
        }
        return indent;
    }
}
