package com.anycompany.shop.launcher.terminal;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Prints aligned lines on standard output; if it is a terminal, coloured and no wider than that. */
public final class Terminal {

    /** What a line is cut to if standard output isn't a terminal: nothing. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    /** Where the detail of a row begins, after indentation, name and state. */
    private static final int DETAIL_COLUMN = 35;

    private static final int NARROWEST_DETAIL = 16;
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9]+m");

    private final PrintWriter out;
    private final boolean colours;
    private final int columns;

    public Terminal(PrintWriter out, boolean colours, int columns) {
        this.out = out;
        this.colours = colours;
        this.columns = columns > 0 ? columns : UNLIMITED;
    }

    /**
     * The script {@code ./shop} sets {@code shop.columns} if its output is a terminal, and {@code shop.colours} if NO_COLOR isn't
     * set either.
     */
    public static Terminal standard() {
        return new Terminal(
                new PrintWriter(System.out, true),
                Boolean.getBoolean("shop.colours"),
                Integer.getInteger("shop.columns", 0));
    }

    /** How many characters a line may have. */
    public int columns() {
        return columns;
    }

    public synchronized void line(String text) {
        out.println(text);
    }

    public void good(String name, String state, String detail) {
        row(name, Colour.GREEN, state, detail);
    }

    public void bad(String name, String state, String detail) {
        row(name, Colour.RED, state, detail);
    }

    public void warn(String name, String state, String detail) {
        row(name, Colour.YELLOW, state, detail);
    }

    public String faint(String text) {
        return paint(Colour.FAINT, text);
    }

    public String strong(String text) {
        return paint(Colour.STRONG, text);
    }

    public String red(String text) {
        return paint(Colour.RED, text);
    }

    public String yellow(String text) {
        return paint(Colour.YELLOW, text);
    }

    /** The text, or its beginning and an ellipsis if it has more characters than that; it mustn't be coloured yet. */
    public static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(0, most - 1)) + "…";
    }

    /** How many characters the detail of a row may have before it continues in the next line. */
    public int detailColumns() {
        return Math.max(NARROWEST_DETAIL, columns - DETAIL_COLUMN);
    }

    /** A detail that is wider than the terminal continues below its beginning. */
    private void row(String name, Colour colour, String state, String detail) {
        String padded = String.format(Locale.ROOT, "%-9s", state);
        String[] lines = wrap(detail, detailColumns()).split("\n", -1);
        StringBuilder row =
                new StringBuilder(String.format(Locale.ROOT, "  %-22s %s %s", name, paint(colour, padded), lines[0])
                        .stripTrailing());
        for (int i = 1; i < lines.length; i++) {
            row.append(System.lineSeparator()).append(" ".repeat(DETAIL_COLUMN)).append(lines[i]);
        }
        line(row.toString());
    }

    /** Breaks at spaces, so that no line has more characters than that; a longer word stays whole. Colours have no width. */
    static String wrap(String text, int most) {
        StringBuilder wrapped = new StringBuilder();
        int used = 0;
        for (String word : text.split("(?<= )(?! )")) {
            int width = COLOUR.matcher(word).replaceAll("").stripTrailing().length();
            if (used > 0 && used + width > most) {
                wrapped.setLength(wrapped.toString().stripTrailing().length());
                wrapped.append("\n");
                used = 0;
            }
            wrapped.append(word);
            used += COLOUR.matcher(word).replaceAll("").length();
        }
        return wrapped.toString();
    }

    private String paint(Colour colour, String text) {
        return colours && !text.isEmpty() ? colour.code + text + "\u001b[0m" : text;
    }

    private enum Colour {
        GREEN("\u001b[32m"),
        RED("\u001b[31m"),
        YELLOW("\u001b[33m"),
        STRONG("\u001b[1m"),
        FAINT("\u001b[2m");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }
}
