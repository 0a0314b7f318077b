package com.anycompany.shop.launcher;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Lines for people: aligned, and coloured only where somebody sees the colours. */
final class Screen {

    private final PrintWriter out;
    private final boolean colours;

    Screen(PrintWriter out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** {@code ./shop} tells whether its output is a terminal; NO_COLOR is honoured there. */
    static Screen standard() {
        return new Screen(new PrintWriter(System.out, true), Boolean.getBoolean("shop.colours"));
    }

    synchronized void line(String text) {
        out.println(text);
    }

    void good(String name, String state, String detail) {
        row(name, Colour.GREEN, state, detail);
    }

    void bad(String name, String state, String detail) {
        row(name, Colour.RED, state, detail);
    }

    void warn(String name, String state, String detail) {
        row(name, Colour.YELLOW, state, detail);
    }

    String faint(String text) {
        return paint(Colour.FAINT, text);
    }

    String strong(String text) {
        return paint(Colour.STRONG, text);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private void row(String name, Colour colour, String state, String detail) {
        String padded = String.format(Locale.ROOT, "%-9s", state);
        line(String.format(Locale.ROOT, "  %-22s %s %s", name, paint(colour, padded), detail)
                .stripTrailing());
    }

    private String paint(Colour colour, String text) {
        return colours ? colour.code + text + "\u001b[0m" : text;
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
