package com.anycompany.service.spring.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Limit of concurrent requests with a short bounded queue for each of two priorities. Part of the limit is kept for essential
 * requests, and a free place goes to an essential request first. A place is given to a waiting request by the one that leaves it,
 * not taken when the waiting thread runs again, so that several places freed at once go to as many requests.
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
        this.essential = new Queue(limit);
        this.other = new Queue(Math.max(1, limit - reserved));
        this.maxQueued = maxQueued;
        this.maxWaitNanos = maxWait.toNanos();
    }

    /** Enters, after a wait if need be; false if the request must be refused. A request that entered must {@link #leave}. */
    boolean enter(boolean isEssential) {
        Queue queue = isEssential ? essential : other;
        lock.lock();
        try {
            if (running < queue.limit && queue.waiting.isEmpty()) {
                running++;
                return true;
            }
            return await(queue);
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            running--;
            admitWaiting(essential);
            admitWaiting(other);
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
            return essential.waiting.size() + other.waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean await(Queue queue) {
        if (queue.waiting.size() >= maxQueued) {
            return false;
        }
        Waiter waiter = new Waiter(lock.newCondition());
        queue.waiting.add(waiter);
        try {
            long left = maxWaitNanos;
            while (!waiter.isAdmitted && left > 0) {
                left = waiter.condition.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!waiter.isAdmitted) {
            queue.waiting.remove(waiter);
        }
        return waiter.isAdmitted;
    }

    /** Gives free places to the requests of the queue that have waited longest. */
    private void admitWaiting(Queue queue) {
        while (running < queue.limit && !queue.waiting.isEmpty()) {
            Waiter next = queue.waiting.remove();
            next.isAdmitted = true;
            running++;
            next.condition.signal();
        }
    }

    /** The waiting requests of one priority, in the order of their arrival. */
    private static final class Queue {

        private final int limit;
        private final ArrayDeque<Waiter> waiting = new ArrayDeque<>();

        Queue(int limit) {
            this.limit = limit;
        }
    }

    /** A waiting request; one that is admitted is counted as running, even if its thread isn't awake yet. */
    private static final class Waiter {

        private final Condition condition;
        private boolean isAdmitted;

        Waiter(Condition condition) {
            this.condition = condition;
        }
    }
}
