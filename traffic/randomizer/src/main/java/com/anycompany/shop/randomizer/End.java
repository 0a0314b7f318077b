package com.anycompany.shop.randomizer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** When the killing ends: after a given time, or when the process is told to stop. */
final class End {

    private final CountDownLatch called = new CountDownLatch(1);
    private final Stopwatch stopwatch = Stopwatch.started();
    private final Optional<Duration> after;

    End(Optional<Duration> after) {
        this.after = after;
    }

    void callNow() {
        called.countDown();
    }

    /** Waits that long, or until the end if that is sooner, and says whether it has come. */
    boolean comesWithin(Duration wait) {
        Optional<Duration> left = after.map(time -> time.minus(stopwatch.elapsed()));
        if (left.isPresent() && left.get().compareTo(wait) <= 0) {
            isCalledWithin(left.get());
            return true;
        }
        return isCalledWithin(wait);
    }

    /** The same for work that is finished in any case unless the process is told to stop. */
    boolean isCalledWithin(Duration wait) {
        try {
            return called.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
