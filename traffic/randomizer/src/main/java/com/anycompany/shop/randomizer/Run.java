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
 * @param reportsRecoveries whether recoveries are reported to X-Ray Local, too; not where a supervisor does that
 */
record Run(
        Plan plan,
        Targets targets,
        long seed,
        Optional<URI> xray,
        boolean reportsRecoveries,
        Clock clock,
        PrintWriter out) {

    private static final Duration SUMMARY_TIMEOUT = Duration.ofSeconds(3);

    /** @param targetNames for the first line: {@code one of cartservice, frontend} */
    Tally perform(String targetNames) {
        LogPrinter lines = new LogPrinter(out, clock);
        lines.line((plan.dryRun() ? "Would kill " : "Killing ") + targetNames + " every " + plan.every() + ", seed "
                + seed + ".");
        RunLimit limit = new RunLimit(plan.time());
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(limit, done), "stop"));
        Tally tally = xray.map(address -> runAndReport(address, lines, limit)).orElseGet(() -> run(lines, limit));
        lines.line(tally.text());
        done.countDown();
        return tally;
    }

    private Tally runAndReport(URI address, LogPrinter lines, RunLimit limit) {
        try (EventReporter events = new EventReporter(address, reportsRecoveries, lines)) {
            return run(events, limit);
        }
    }

    private Tally run(ChaosListener listener, RunLimit limit) {
        return new Chaos(plan, targets, new RandomChoices(seed), listener, limit, clock).run();
    }

    private static void stop(RunLimit limit, CountDownLatch done) {
        limit.requestStop();
        try {
            done.await(SUMMARY_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
