package com.anycompany.shop.frontend.remote;

import com.anycompany.service.spring.http.RetryOnce;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * The calls of one page. They run concurrently and share one deadline, so that a page never takes longer than its budget,
 * however many services hang.
 */
public final class RemoteCalls {

    private static final RetryOnce RETRY = RetryOnce.onConnectionFailure().orServerError();

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

    /**
     * Starts an idempotent call ({@code GET}, {@code PUT}, {@code DELETE}); it is retried once if it fails at once, unless the
     * response says when to retry.
     */
    public <T> RemoteFuture<T> idempotent(RemoteService service, Supplier<T> call) {
        return start(service, () -> RETRY.call(call));
    }

    /** Starts a call. Whether it is retried is decided by the call itself. */
    public <T> RemoteFuture<T> start(RemoteService service, Supplier<T> call) {
        Deadline until = deadline;
        try {
            return new RemoteFuture<>(service, CompletableFuture.supplyAsync(call, executor), until);
        } catch (RejectedExecutionException e) {
            return new RemoteFuture<>(
                    service, CompletableFuture.failedFuture(new ServiceUnavailable(service, e)), until);
        }
    }
}
