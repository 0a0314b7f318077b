package com.anycompany.shop.randomizer;

import com.anycompany.shop.commandline.Durations;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Prints what happens, a line each with its time of day, which is also the place on the console's time axis. */
final class LogPrinter implements ChaosListener {

    private final PrintWriter out;
    private final Clock clock;

    LogPrinter(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void wouldKill(Target target) {
        row(target, "spared", target.identity() + ", in a dry run");
    }

    @Override
    public void killed(Target target, Instant at) {
        row(target, "killed", target.identity());
    }

    @Override
    public void back(Target target, Duration took) {
        row(target, "back", "after " + Durations.seconds(took));
    }

    @Override
    public void notBack(Target target, Duration timeout) {
        row(target, "not back", "after " + Durations.seconds(timeout));
    }

    @Override
    public void failed(String what) {
        line("failed: " + what);
    }

    void line(String text) {
        out.println(time() + "  " + text);
        out.flush();
    }

    private void row(Target target, String state, String detail) {
        line(String.format(Locale.ROOT, "%-22s %-9s %s", target.service(), state, detail));
    }

    private String time() {
        return LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_LOCAL_TIME);
    }
}
