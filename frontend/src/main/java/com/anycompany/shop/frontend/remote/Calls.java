package com.anycompany.shop.frontend.remote;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/**
 * The calls of one page. They run side by side and share one deadline, so that a page is never slower than its budget,
 * however many services hang.
 */
public final class Calls {

    /** Only a quick failure is worth a second try: after a slow one the page's time is up. */
    private static final Duration RETRY_IF_FAILED_WITHIN = Duration.ofMillis(300);

    private final Executor executor;
    private final Duration budget;
    private volatile Deadline deadline;

    public Calls(Executor executor, Duration budget) {
        this.executor = executor;
        this.budget = budget;
        this.deadline = Deadline.in(budget);
    }

    /** Gives what is still to come a little time, after a call that may have used up all of it. */
    public void extend(Duration time) {
        deadline = deadline.plus(time);
    }

    /** Starts a call that may be repeated without harm; it is repeated once, after a moment. */
    public <T> Answer<T> read(RemoteService service, Supplier<T> call) {
        return start(service, () -> withOneRetry(call));
    }

    /** Starts a call that changes something, and says what shall be so that a repeat does no harm: it is repeated once. */
    public <T> Answer<T> repeatable(RemoteService service, Supplier<T> call) {
        return read(service, call);
    }

    /** Starts a call that changes something. It is never repeated here. */
    public <T> Answer<T> write(RemoteService service, Supplier<T> call) {
        return start(service, call);
    }

    private <T> Answer<T> start(RemoteService service, Supplier<T> call) {
        Deadline until = deadline;
        try {
            return new Answer<>(service, CompletableFuture.supplyAsync(call, executor), until);
        } catch (RejectedExecutionException e) {
            return new Answer<>(service, CompletableFuture.failedFuture(new ServiceUnavailable(service, e)), until);
        }
    }

    private static <T> T withOneRetry(Supplier<T> call) {
        long start = System.nanoTime();
        try {
            return call.get();
        } catch (ResourceAccessException | HttpServerErrorException e) {
            if (System.nanoTime() - start > RETRY_IF_FAILED_WITHIN.toNanos()) {
                throw e;
            }
            Duration pause = Duration.ofMillis(ThreadLocalRandom.current().nextLong(20, 80));
            LockSupport.parkNanos(pause.toNanos());
            return call.get();
        }
    }
}
