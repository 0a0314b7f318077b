package com.anycompany.shop.randomizer;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One run from its first line to its last, which is also written when the process is told to stop.
 *
 * @param tellsRecoveries whether X-Ray Local is to hear of recoveries, because nobody else tells it
 */
record Run(
        Plan plan,
        Victims victims,
        long seed,
        Optional<URI> xray,
        boolean tellsRecoveries,
        Clock clock,
        PrintWriter out) {

    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    /** @param whom for the first line: {@code one of cartservice, frontend} */
    Tally perform(String whom) {
        Lines lines = new Lines(out, clock);
        lines.line((plan.dryRun() ? "Would kill " : "Killing ") + whom + " every " + plan.every() + ", seed " + seed
                + ".");
        End end = new End(plan.time());
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(end, done), "stop"));
        Tally tally = xray.map(address -> runAndTell(address, lines, end)).orElseGet(() -> run(lines, end));
        lines.line(tally.text());
        done.countDown();
        return tally;
    }

    private Tally runAndTell(URI address, Lines lines, End end) {
        try (XRayEvents events = new XRayEvents(address, tellsRecoveries, lines)) {
            return run(events, end);
        }
    }

    private Tally run(Witness witness, End end) {
        return new Chaos(plan, victims, new Dice(seed), witness, end).run();
    }

    private static void stop(End end, CountDownLatch done) {
        end.callNow();
        try {
            done.await(LAST_WORDS.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
