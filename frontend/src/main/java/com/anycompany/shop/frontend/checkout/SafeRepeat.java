package com.anycompany.shop.frontend.checkout;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/**
 * Repeats an order once, which its key makes safe, after a connection that was refused or broke at once. The failure that
 * is reported is the one that says the least: an order that may have arrived at the first try isn't called unsent because
 * the second one was refused.
 */
final class SafeRepeat {

    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private SafeRepeat() {}

    static <T> T of(Supplier<T> order) {
        long start = System.nanoTime();
        try {
            return order.get();
        } catch (ResourceAccessException first) {
            if (System.nanoTime() - start > AT_ONCE.toNanos()) {
                throw first;
            }
            LockSupport.parkNanos(Duration.ofMillis(ThreadLocalRandom.current().nextLong(20, 80))
                    .toNanos());
            try {
                return order.get();
            } catch (HttpClientErrorException refused) {
                throw refused;
            } catch (RestClientException second) {
                throw wasNeverSent(first) ? second : first;
            }
        }
    }

    /** Whether nobody can have received anything. */
    static boolean wasNeverSent(@Nullable Throwable failure) {
        return failure instanceof ResourceAccessException
                && (failure.getCause() instanceof ConnectException
                        || failure.getCause() instanceof HttpConnectTimeoutException);
    }
}
