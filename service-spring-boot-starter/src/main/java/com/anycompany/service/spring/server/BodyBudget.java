package com.anycompany.service.spring.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits for the request bodies of one server, and the memory that they have reserved.
 *
 * <pre>
 * minimum rate 4 KB/s, grace 5 s:   after  5 s without a byte                too slow
 *                                   after  6 s with 3 KB received            too slow
 *                                   after 20 s with 60 KB received           fast enough
 * </pre>
 */
final class BodyBudget {

    /** A body that is too large is still received up to this size, so that the client reads the response. */
    private static final long MAX_DISCARDED = 1024 * 1024;

    private final HttpServerProperties.Body limits;
    private final Duration retryAfter;
    private final AtomicLong reserved = new AtomicLong();

    BodyBudget(HttpServerProperties.Body limits, Duration retryAfter) {
        this.limits = limits;
        this.retryAfter = retryAfter;
    }

    long maxSize() {
        return limits.maxSize().toBytes();
    }

    long maxDiscarded() {
        return Math.max(MAX_DISCARDED, maxSize());
    }

    Duration retryAfter() {
        return retryAfter;
    }

    /** Milliseconds after the headers within which a body of which so many bytes have come must go on. */
    long allowedMillis(long received) {
        long rate = Math.max(1, limits.minimumRate().toBytes());
        return limits.grace().toMillis() + TimeUnit.SECONDS.toMillis(received) / rate;
    }

    /** Returns false if that memory isn't there. */
    boolean reserve(long bytes) {
        if (reserved.addAndGet(bytes) <= limits.maxBuffered().toBytes()) {
            return true;
        }
        reserved.addAndGet(-bytes);
        return false;
    }

    void release(long bytes) {
        reserved.addAndGet(-bytes);
    }

    long reserved() {
        return reserved.get();
    }
}
