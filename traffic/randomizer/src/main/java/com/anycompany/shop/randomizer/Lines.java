package com.anycompany.shop.randomizer;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes what happens as lines for people, each with its time, so that they can be found on the console's time axis. */
final class Lines implements Witness {

    private final PrintWriter out;
    private final Clock clock;

    Lines(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void wouldKill(Victim victim) {
        row(victim, "spared", victim.identity() + ", in a dry run");
    }

    @Override
    public void killed(Victim victim) {
        row(victim, "killed", victim.identity());
    }

    @Override
    public void back(Victim victim, Duration took) {
        row(victim, "back", "after " + Durations.seconds(took));
    }

    @Override
    public void notBack(Victim victim, Duration patience) {
        row(victim, "not back", "after " + Durations.seconds(patience));
    }

    @Override
    public void hindered(String what) {
        line("hindered: " + what);
    }

    void line(String text) {
        out.println(time() + "  " + text);
        out.flush();
    }

    private void row(Victim victim, String state, String detail) {
        line(String.format(Locale.ROOT, "%-22s %-9s %s", victim.service(), state, detail));
    }

    private String time() {
        return LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_LOCAL_TIME);
    }
}
