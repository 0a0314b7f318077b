package com.anycompany.shop.loadgenerator;

import com.anycompany.shop.commandline.StopSignal;
import com.anycompany.shop.commandline.Stopwatch;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One load from the first shopper to the summary, which is also printed when the process is told to stop. */
final class Run {

    /** Long enough for a page, shorter than the grace period of a supervisor. */
    private static final Duration LAST_RESPONSE_TIMEOUT = Duration.ofSeconds(2);

    private final LoadPlan plan;
    private final PrintWriter out;
    private final Traffic traffic = new Traffic();
    private final StopSignal stop = new StopSignal();
    private final CountDownLatch summaryPrinted = new CountDownLatch(1);
    private final Load load;

    Run(LoadPlan plan, Storefront storefront, PrintWriter out) {
        this.plan = plan;
        this.out = out;
        this.load = new Load(plan, storefront, traffic, stop, new SplittableRandom());
    }

    void perform() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        Stopwatch stopwatch = Stopwatch.started();
        load.start();
        printProgress(stopwatch);
        stop.request();
        load.awaitEnd(LAST_RESPONSE_TIMEOUT);
        print(new Summary(plan, traffic).text(stopwatch.elapsed()));
        summaryPrinted.countDown();
    }

    private void printProgress(Stopwatch stopwatch) {
        Progress progress = new Progress(traffic, plan.shoppers());
        Duration elapsed = Duration.ZERO;
        Duration wait = nextLine(elapsed);
        while (!wait.isZero() && !stop.isRequestedWithin(wait)) {
            Duration now = stopwatch.elapsed();
            print(progress.line(now, now.minus(elapsed)) + System.lineSeparator());
            elapsed = now;
            wait = nextLine(elapsed);
        }
    }

    /** Zero at the end. */
    private Duration nextLine(Duration elapsed) {
        Duration left = plan.duration().map(whole -> whole.minus(elapsed)).orElse(plan.betweenLines());
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(plan.betweenLines()) < 0 ? left : plan.betweenLines();
    }

    private void stop() {
        stop.request();
        try {
            summaryPrinted.await(LAST_RESPONSE_TIMEOUT.toSeconds() + 1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }
}
