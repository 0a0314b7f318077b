package com.anycompany.shop.frontend.remote;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Future of a call's result: the call runs already, and {@link #get} waits for it until the page's deadline. */
public final class RemoteFuture<T> {

    private final RemoteService service;
    private final CompletableFuture<T> future;
    private final Deadline deadline;

    RemoteFuture(RemoteService service, CompletableFuture<T> future, Deadline deadline) {
        this.service = service;
        this.future = future;
        this.deadline = deadline;
    }

    /**
     * Waits for the result.
     *
     * @throws HttpClientErrorException if the service answered 4xx
     * @throws ServiceUnavailable if it gave no answer in time, or a 5xx
     */
    public T get() {
        try {
            return future.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw translated(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new ServiceUnavailable(service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceUnavailable(service, e);
        }
    }

    /** Waits for the result and maps it; {@code otherwise} if there is none, for content that a page can do without. */
    public <R> R map(Function<T, R> mapping, R otherwise) {
        try {
            return mapping.apply(get());
        } catch (ServiceUnavailable | HttpClientErrorException e) {
            return otherwise;
        }
    }

    /** Waits for the result; empty if there is none. */
    public Optional<T> optional() {
        return map(Optional::of, Optional.empty());
    }

    private RuntimeException translated(Throwable failure) {
        if (failure instanceof HttpClientErrorException refused) {
            return refused;
        }
        if (failure instanceof RestClientException) {
            return new ServiceUnavailable(service, failure);
        }
        return failure instanceof RuntimeException bug ? bug : new IllegalStateException(failure);
    }
}
