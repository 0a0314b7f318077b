package com.anycompany.shop.loadgenerator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells all shoppers that the load ends: they finish the request at hand and think no further. */
final class ClosingTime {

    private final CountDownLatch announced = new CountDownLatch(1);

    void announce() {
        announced.countDown();
    }

    /** Waits that long, or until the end if that is sooner. */
    boolean comesWithin(Duration duration) {
        try {
            return announced.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
