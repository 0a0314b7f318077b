package com.anycompany.xray.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as a Markdown table; each line is also printed as soon as it is known. */
final class Report {

    private final List<String> rows = new ArrayList<>();

    void row(String what, String xray, String other) {
        rows.add("| " + what + " | " + xray + " | " + other + " |");
        System.out.printf("%s: %s   (beside it: %s)%n", what, xray, other);
    }

    void row(String what, String xray) {
        row(what, xray, "");
    }

    void print() {
        System.out.println();
        System.out.println("| What | X-Ray Local | Beside it, in the same run |");
        System.out.println("|---|---:|---:|");
        rows.forEach(System.out::println);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
