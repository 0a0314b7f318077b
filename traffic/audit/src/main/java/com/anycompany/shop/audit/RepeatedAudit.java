package com.anycompany.shop.audit;

import com.anycompany.shop.commandline.Stopwatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Audits the tables again and again while the shop writes to them. A violation counts when two readings in a row show it: one
 * reading may fall between two writes that belong together. Orders that are still being settled are waited for.
 */
final class RepeatedAudit {

    /**
     * What orderservice guarantees (docs/adr/008-checkout-state-machine.md): once all services are up, an order that was
     * interrupted is settled within this time.
     */
    static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    private final Tables tables;
    private final Book book;
    private final Duration wait;
    private final Duration betweenReadings;
    private final Clock clock;
    private final Consumer<String> out;

    /** @param book what shoppers were told, which is compared with the tables, too */
    RepeatedAudit(
            Tables tables, Book book, Duration wait, Duration betweenReadings, Clock clock, Consumer<String> out) {
        this.tables = tables;
        this.book = book;
        this.wait = wait;
        this.betweenReadings = betweenReadings;
        this.clock = clock;
        this.out = out;
    }

    /** Prints what it finds and returns whether everything agrees. */
    boolean run(String where) throws InterruptedException {
        Instant begun = clock.instant();
        Stopwatch stopwatch = Stopwatch.started();
        Reading reading = read();
        announce(reading.contents(), where);
        int announced = 0;
        while (!reading.isSettled(begun)) {
            int unsettled = reading.openSince(begun).size();
            if (unsettled != announced) {
                announced = unsettled;
                out.accept("Still settling: " + unsettled + " " + (unsettled == 1 ? "order" : "orders") + " …");
            }
            TimeUnit.MILLISECONDS.sleep(betweenReadings.toMillis());
            Reading next = read();
            List<String> violations = next.findings().violationsAlsoIn(reading.findings());
            boolean overtime = stopwatch.elapsed().compareTo(wait) >= 0;
            if (overtime || next.openSince(begun).isEmpty() && !violations.isEmpty()) {
                return print(violations, next.openSince(begun));
            }
            reading = next;
        }
        return print(List.of(), List.of());
    }

    private Reading read() {
        TableContents contents = tables.read();
        Findings findings = Auditor.audit(contents, clock.instant());
        return new Reading(contents, findings.with(book.violations(contents)));
    }

    private void announce(TableContents contents, String where) {
        out.accept("Auditing " + contents.orders().size() + " orders, "
                + contents.payments().size() + " payments and "
                + contents.carts().size() + " carts in " + where
                + (book.entries().isEmpty()
                        ? "."
                        : ", and " + book.entries().size() + " answers that shoppers wrote down."));
    }

    private boolean print(List<String> violations, List<Findings.Open> open) {
        List<String> all = new ArrayList<>(violations);
        for (Findings.Open one : open) {
            Duration age = Duration.between(one.since(), clock.instant());
            if (age.compareTo(SETTLED_WITHIN) > 0) {
                all.add(one.text() + ", " + age.toSeconds() + " s after it was placed.");
            } else {
                out.accept("Still settling: " + one.text() + ".");
            }
        }
        all.forEach(out);
        out.accept(all.isEmpty() ? "No violations." : all.size() + (all.size() == 1 ? " violation." : " violations."));
        return all.isEmpty();
    }

    /** The contents of the tables at one time, and what is wrong with them. */
    private record Reading(TableContents contents, Findings findings) {

        /** Orders that were placed after the audit began don't count: a busy shop always has some. */
        List<Findings.Open> openSince(Instant begun) {
            return findings.open().stream()
                    .filter(one -> one.since().isBefore(begun))
                    .toList();
        }

        boolean isSettled(Instant begun) {
            return findings.violations().isEmpty() && openSince(begun).isEmpty();
        }
    }
}
