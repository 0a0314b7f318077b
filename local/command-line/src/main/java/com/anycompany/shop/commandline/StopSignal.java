package com.anycompany.shop.commandline;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request to stop, set once by any thread; the other threads wait for it instead of sleeping. */
public final class StopSignal {

    private final CountDownLatch requested = new CountDownLatch(1);

    public void request() {
        requested.countDown();
    }

    /** Waits that long, or until the request if that is sooner, and returns whether stopping has been requested. */
    public boolean isRequestedWithin(Duration wait) {
        try {
            return requested.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
