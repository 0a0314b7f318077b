package com.anycompany.shop.loadgenerator;

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
    private final ClosingTime closing;
    private final List<Thread> shoppers;

    Load(LoadPlan plan, Storefront storefront, Traffic traffic, ClosingTime closing, SplittableRandom random) {
        this.plan = plan;
        this.storefront = storefront;
        this.traffic = traffic;
        this.closing = closing;
        this.shoppers = IntStream.rangeClosed(1, plan.shoppers())
                .mapToObj(number -> thread(number, random.split()))
                .toList();
    }

    private Thread thread(int number, SplittableRandom random) {
        Shopper shopper = new Shopper(() -> visit(random), plan.thinkTime(), closing, traffic, random);
        Thread thread = new Thread(null, shopper, "shopper-" + number, SMALL_STACK);
        thread.setDaemon(true);
        return thread;
    }

    private Visit visit(SplittableRandom random) {
        return new Visit(storefront.stranger(traffic), traffic, plan.habits(), plan.thinkTime(), closing, random);
    }

    void start() {
        shoppers.forEach(Thread::start);
    }

    /** Waits for the requests at hand, once closing time has been announced. */
    void awaitEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
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
