package com.anycompany.service.spring.server;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Limit of concurrent requests with a short bounded queue for each of two priorities. Part of the limit is kept for essential
 * requests, and a free place goes to an essential request first.
 *
 * <pre>
 * limit 10, of which 2 are reserved:  8 others run       another waits, or is refused when its time is over
 *                                     8 others run       an essential one runs at once
 *                                     10 run             an essential one waits, and is the next
 * </pre>
 */
final class ConcurrencyLimit {

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue essential;
    private final Queue other;
    private final int maxQueued;
    private final long maxWaitNanos;
    private int running;

    /** @param reserved how many of the {@code limit} only essential requests may use */
    ConcurrencyLimit(int limit, int reserved, int maxQueued, Duration maxWait) {
        this.essential = new Queue(lock.newCondition(), limit);
        this.other = new Queue(lock.newCondition(), Math.max(1, limit - reserved));
        this.maxQueued = maxQueued;
        this.maxWaitNanos = maxWait.toNanos();
    }

    /** Enters, after a wait if need be; false if the request must be refused. A request that entered must {@link #leave}. */
    boolean enter(boolean isEssential) {
        Queue queue = isEssential ? essential : other;
        lock.lock();
        try {
            boolean isFree = running < queue.limit && queue.waiting == 0;
            if (!isFree && !await(queue)) {
                return false;
            }
            running++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            running--;
            signalNext();
        } finally {
            lock.unlock();
        }
    }

    int running() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    int queued() {
        lock.lock();
        try {
            return essential.waiting + other.waiting;
        } finally {
            lock.unlock();
        }
    }

    private boolean await(Queue queue) {
        if (queue.waiting >= maxQueued) {
            return false;
        }
        queue.waiting++;
        try {
            long left = maxWaitNanos;
            while (running >= queue.limit) {
                if (left <= 0) {
                    return false;
                }
                left = queue.condition.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            queue.waiting--;
        }
    }

    private void signalNext() {
        if (essential.waiting > 0) {
            essential.condition.signal();
        } else {
            other.condition.signal();
        }
    }

    private static final class Queue {

        private final Condition condition;
        private final int limit;
        private int waiting;

        Queue(Condition condition, int limit) {
            this.condition = condition;
            this.limit = limit;
        }
    }
}
