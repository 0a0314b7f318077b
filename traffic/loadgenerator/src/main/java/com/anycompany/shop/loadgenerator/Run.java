package com.anycompany.shop.loadgenerator;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One load from the first shopper to the summary, which is also printed when the process is told to stop. */
final class Run {

    /** Long enough for a page, short enough for whoever stops us. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

    private final LoadPlan plan;
    private final PrintWriter out;
    private final Traffic traffic = new Traffic();
    private final ClosingTime closing = new ClosingTime();
    private final CountDownLatch summedUp = new CountDownLatch(1);
    private final Load load;

    Run(LoadPlan plan, Storefront storefront, PrintWriter out) {
        this.plan = plan;
        this.out = out;
        this.load = new Load(plan, storefront, traffic, closing, new SplittableRandom());
    }

    void perform() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        long start = System.nanoTime();
        load.start();
        watch(start);
        closing.announce();
        load.awaitEnd(LAST_ANSWERS);
        print(new Summary(plan, traffic).text(Duration.ofNanos(System.nanoTime() - start)));
        summedUp.countDown();
    }

    private void watch(long start) {
        Progress progress = new Progress(traffic, plan.shoppers());
        Duration elapsed = Duration.ZERO;
        Duration wait = nextLine(elapsed);
        while (!wait.isZero() && !closing.comesWithin(wait)) {
            Duration now = Duration.ofNanos(System.nanoTime() - start);
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
        closing.announce();
        try {
            summedUp.await(LAST_ANSWERS.toSeconds() + 1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }
}
