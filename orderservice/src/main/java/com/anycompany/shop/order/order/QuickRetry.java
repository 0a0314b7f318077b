package com.anycompany.shop.order.order;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.web.client.ResourceAccessException;

/**
 * Repeats a call once that is safe to repeat and failed at once: refused, or reset by a process that died. What failed
 * slowly isn't repeated, so that time-outs bound the whole.
 */
public final class QuickRetry {

    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private QuickRetry() {}

    public static <T> T of(Supplier<T> call) {
        long start = System.nanoTime();
        try {
            return call.get();
        } catch (ResourceAccessException e) {
            if (System.nanoTime() - start > AT_ONCE.toNanos()) {
                throw e;
            }
            pause();
            return call.get();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(20, 80));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
