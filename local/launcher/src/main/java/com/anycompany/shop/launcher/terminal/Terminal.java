package com.anycompany.shop.launcher.terminal;

import java.io.PrintWriter;
import java.util.Locale;

/** Prints aligned lines on standard output, coloured if it is a terminal. */
public final class Terminal {

    private final PrintWriter out;
    private final boolean colours;

    Terminal(PrintWriter out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** The script {@code ./shop} sets {@code shop.colours} if its output is a terminal and NO_COLOR isn't set. */
    public static Terminal standard() {
        return new Terminal(new PrintWriter(System.out, true), Boolean.getBoolean("shop.colours"));
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
