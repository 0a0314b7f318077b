package com.anycompany.service.spring.http;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/**
 * The retry rule of calls between services: a call that is safe to repeat is repeated once, after 20 to 80 ms, if it failed
 * within 300 ms because its connection was refused or reset. A call that failed slowly is not repeated, so that time-outs
 * bound the whole. A response with the header {@code Retry-After} is not repeated either: 80 ms are less than any time that it
 * can ask for, and an overloaded service would get twice the requests (ADR 042).
 *
 * <p>If both attempts fail, the exception is the one that leaves more open: a call that may have arrived at the first attempt
 * isn't reported as unsent because the second was refused.
 */
public final class RetryOnce {

    private static final Duration FAILED_AT_ONCE = Duration.ofMillis(300);
    private static final long MIN_BACKOFF_MILLIS = 20;
    private static final long MAX_BACKOFF_MILLIS = 80;

    private final boolean serverErrors;

    private RetryOnce(boolean serverErrors) {
        this.serverErrors = serverErrors;
    }

    /** Repeats calls whose connection was refused or reset. */
    public static RetryOnce onConnectionFailure() {
        return new RetryOnce(false);
    }

    /** Repeats calls that were answered with a 5xx status and without {@code Retry-After}, too. */
    public RetryOnce orServerError() {
        return new RetryOnce(true);
    }

    public <T> T call(Supplier<T> call) {
        long start = System.nanoTime();
        try {
            return call.get();
        } catch (ResourceAccessException | HttpServerErrorException first) {
            if (!isRetryable(first) || System.nanoTime() - start > FAILED_AT_ONCE.toNanos()) {
                throw first;
            }
            backOff();
            return callAgain(call, first);
        }
    }

    /** As {@link #call}, for calls without a result. */
    public void run(Runnable call) {
        call(() -> {
            call.run();
            return Boolean.TRUE;
        });
    }

    /** Whether the other service can't have received the call. */
    public static boolean wasNeverSent(@Nullable Throwable failure) {
        return failure instanceof ResourceAccessException
                && (failure.getCause() instanceof ConnectException
                        || failure.getCause() instanceof HttpConnectTimeoutException);
    }

    private boolean isRetryable(RestClientException failure) {
        return failure instanceof ResourceAccessException
                || (serverErrors && failure instanceof HttpServerErrorException response && !asksToWait(response));
    }

    private static boolean asksToWait(HttpServerErrorException response) {
        HttpHeaders headers = response.getResponseHeaders();
        return headers != null && headers.getFirst(HttpHeaders.RETRY_AFTER) != null;
    }

    private static <T> T callAgain(Supplier<T> call, RestClientException first) {
        try {
            return call.get();
        } catch (HttpClientErrorException refused) {
            throw refused;
        } catch (RestClientException second) {
            boolean firstLeavesNothingOpen = first instanceof HttpServerErrorException || wasNeverSent(first);
            throw firstLeavesNothingOpen && !wasNeverSent(second) ? second : first;
        }
    }

    private static void backOff() {
        long millis = ThreadLocalRandom.current().nextLong(MIN_BACKOFF_MILLIS, MAX_BACKOFF_MILLIS);
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
