package com.anycompany.xray.local.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says what is wrong with a JSON text in the terms of JSON; the parser's own messages speak of its settings. */
public final class JsonProblem {

    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.+?)' \\(code");
    private static final Pattern WORD = Pattern.compile("(?:Unrecognized|Non-standard) token '([^']{1,40})");

    private JsonProblem() {}

    /** A sentence without a full stop, with the place in bytes if it is known. */
    public static String describe(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        long offset = at == null ? -1 : at.getByteOffset();
        return problem(e) + (offset < 0 ? "" : " (at byte " + offset + ")");
    }

    private static String problem(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (e instanceof UnexpectedEndOfInputException || message.startsWith("Unexpected end-of-input")) {
            return "it ends too early: a quote, brace or bracket isn't closed";
        }
        if (e instanceof StreamConstraintsException) {
            return "it is nested more than " + Json.MAX_DEPTH + " deep, or a number or a name in it is too long";
        }
        Matcher character = CHARACTER.matcher(message);
        if (character.find()) {
            return "'" + character.group(1) + "' can't stand here";
        }
        Matcher word = WORD.matcher(message);
        if (word.find()) {
            return word.group(1) + " is neither a string in quotes nor a number, true, false or null";
        }
        if (message.contains("UTF-8")) {
            return "it isn't UTF-8";
        }
        if (message.contains("unquoted character")) {
            return "a string contains a control character, which must be written as \\n, \\t or \\u00XX";
        }
        if (message.contains("escape")) {
            return "a backslash in a string begins no valid escape";
        }
        return message.contains("umeric") || message.contains("number")
                ? "a number is written in a way that JSON doesn't have"
                : "it can't be read";
    }
}
