package com.anycompany.shop.frontend.remote;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** What another service will have answered by the page's deadline: fetched now, awaited when the page needs it. */
public final class Answer<T> {

    private final RemoteService service;
    private final CompletableFuture<T> future;
    private final Deadline deadline;

    Answer(RemoteService service, CompletableFuture<T> future, Deadline deadline) {
        this.service = service;
        this.future = future;
        this.deadline = deadline;
    }

    /**
     * The answer.
     *
     * @throws HttpClientErrorException if the service refused the request
     * @throws ServiceUnavailable if it gave no answer, or that of a service in trouble
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

    /** What {@code view} sees in the answer, or {@code otherwise} if there is none: for what a page can live without. */
    public <R> R map(Function<T, R> view, R otherwise) {
        try {
            return view.apply(get());
        } catch (ServiceUnavailable | HttpClientErrorException e) {
            return otherwise;
        }
    }

    /** The answer, or nothing if there is none. */
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
        return failure instanceof RuntimeException defect ? defect : new IllegalStateException(failure);
    }
}
