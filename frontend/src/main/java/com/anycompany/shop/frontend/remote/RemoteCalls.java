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
 * The calls of one page. They run concurrently and share one deadline, so that a page never takes longer than its budget,
 * however many services hang.
 */
public final class RemoteCalls {

    /** Only a quick failure is worth a second try: after a slow one the page's time is up. */
    private static final Duration RETRY_IF_FAILED_WITHIN = Duration.ofMillis(300);

    private final Executor executor;
    private volatile Deadline deadline;

    public RemoteCalls(Executor executor, Duration budget) {
        this.executor = executor;
        this.deadline = Deadline.in(budget);
    }

    /** Moves the deadline of later calls, after a call that may have used up the whole budget. */
    public void extend(Duration time) {
        deadline = deadline.plus(time);
    }

    /** Starts an idempotent call ({@code GET}, {@code PUT}, {@code DELETE}); it is retried once. */
    public <T> RemoteFuture<T> idempotent(RemoteService service, Supplier<T> call) {
        return start(service, () -> withOneRetry(call));
    }

    /** Starts a call that isn't idempotent; it is not retried. */
    public <T> RemoteFuture<T> once(RemoteService service, Supplier<T> call) {
        return start(service, call);
    }

    private <T> RemoteFuture<T> start(RemoteService service, Supplier<T> call) {
        Deadline until = deadline;
        try {
            return new RemoteFuture<>(service, CompletableFuture.supplyAsync(call, executor), until);
        } catch (RejectedExecutionException e) {
            return new RemoteFuture<>(
                    service, CompletableFuture.failedFuture(new ServiceUnavailable(service, e)), until);
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
