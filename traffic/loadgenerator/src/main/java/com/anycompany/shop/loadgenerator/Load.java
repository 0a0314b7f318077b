package com.anycompany.shop.loadgenerator;

import com.anycompany.shop.commandline.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The shoppers of one run, each on a thread of its own. */
final class Load {

    private static final long SMALL_STACK = 256 * 1024;

    private final LoadPlan plan;
    private final Storefront storefront;
    private final Traffic traffic;
    private final StopSignal stop;
    private final List<Thread> shoppers;

    Load(LoadPlan plan, Storefront storefront, Traffic traffic, StopSignal stop, SplittableRandom random) {
        this.plan = plan;
        this.storefront = storefront;
        this.traffic = traffic;
        this.stop = stop;
        this.shoppers = IntStream.rangeClosed(1, plan.shoppers())
                .mapToObj(number -> thread(number, random.split()))
                .toList();
    }

    private Thread thread(int number, SplittableRandom random) {
        Shopper shopper = new Shopper(() -> visit(random), plan.thinkTime(), stop, traffic, random);
        Thread thread = new Thread(null, shopper, "shopper-" + number, SMALL_STACK);
        thread.setDaemon(true);
        return thread;
    }

    private Visit visit(SplittableRandom random) {
        return new Visit(storefront.newBrowser(traffic), traffic, plan.habits(), plan.thinkTime(), stop, random);
    }

    void start() {
        shoppers.forEach(Thread::start);
    }

    /** Waits for the requests in progress, after stopping was requested. */
    void awaitEnd(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            for (Thread shopper : shoppers) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                shopper.join(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
