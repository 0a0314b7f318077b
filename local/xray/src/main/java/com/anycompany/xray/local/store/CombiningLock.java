package com.anycompany.xray.local.store;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Flat-combining lock: its holder executes the short requests that other threads publish meanwhile, so that these
 * threads are woken for the result only, or not at all, instead of for their turn (Hendler, Incze, Shavit, Tzafrir
 * 2010).
 *
 * <p>Requests are executed in the order in which they were published.
 */
final class CombiningLock {

    private static final int MAX_REQUESTS_PER_ROUND = 64;
    private static final int MAX_ROUNDS = 16;
    private static final int MAX_SUBMITTED = 16;

    private final ReentrantLock lock = new ReentrantLock(true);

    /** The publication list. */
    private final Queue<Request> published = new ConcurrentLinkedQueue<>();

    /** How many requests in the list have no thread that waits for them. */
    private final AtomicInteger submitted = new AtomicInteger();

    /** Takes the lock for submitted requests, if no other thread has it. */
    private final Executor combiner = new BackgroundThread("store");

    private final AtomicBoolean combinerCalled = new AtomicBoolean();

    /** Work for the holder of the lock. */
    private interface Request {

        void execute();

        /** Wakes a thread that will execute it. */
        void signal();
    }

    /** A request whose thread waits for the result. */
    private static final class AwaitedRequest<T> implements Request {

        private final Supplier<T> work;
        private final Thread waiting = Thread.currentThread();
        private @Nullable T result;
        private @Nullable Throwable failure;
        private volatile boolean done;

        AwaitedRequest(Supplier<T> work) {
            this.work = work;
        }

        @Override
        public void execute() {
            try {
                result = work.get();
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            done = true;
            signal();
        }

        @Override
        public void signal() {
            LockSupport.unpark(waiting);
        }

        T result() {
            Throwable thrown = failure;
            T value = result;
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
            if (value == null) {
                throw new IllegalStateException("work without a result");
            }
            return value;
        }
    }

    /** A request that no thread waits for. */
    private final class SubmittedRequest implements Request {

        private final Runnable work;

        SubmittedRequest(Runnable work) {
            this.work = work;
        }

        @Override
        public void execute() {
            submitted.decrementAndGet();
            work.run();
        }

        @Override
        public void signal() {
            callCombiner();
        }
    }

    /** Runs work of any length, once the lock has been acquired. */
    <T> T run(Supplier<T> work) {
        lock.lock();
        try {
            executePublished();
            return work.get();
        } finally {
            unlock();
        }
    }

    /** Has work, which must be short, executed by the holder of the lock, and waits for its result. */
    <T> T execute(Supplier<T> work) {
        AwaitedRequest<T> request = new AwaitedRequest<>(work);
        published.add(request);
        boolean interrupted = false;
        while (!request.done) {
            if (!executePublishedIfFree()) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return request.result();
    }

    /**
     * Has work, which must be short and must not throw, executed by the next holder of the lock, before anything that
     * runs under the lock from now on; doesn't wait for it. False if too many such requests are in the list already.
     */
    boolean submit(Runnable work) {
        if (submitted.incrementAndGet() > MAX_SUBMITTED) {
            submitted.decrementAndGet();
            return false;
        }
        published.add(new SubmittedRequest(work));
        if (!lock.isLocked()) {
            callCombiner();
        }
        return true;
    }

    private void callCombiner() {
        if (combinerCalled.compareAndSet(false, true)) {
            combiner.execute(() -> {
                combinerCalled.set(false);
                executePublishedIfFree();
            });
        }
    }

    /** If the lock is taken, its holder executes what is published. */
    private boolean executePublishedIfFree() {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            executePublished();
        } finally {
            unlock();
        }
        return true;
    }

    private void executePublished() {
        Request request = published.poll();
        for (int i = 1; request != null; i++) {
            request.execute();
            request = i < MAX_REQUESTS_PER_ROUND ? published.poll() : null;
        }
    }

    /**
     * Requests that were published too late for the holder to see are executed now, or by the next holder, or, when one
     * thread has executed enough for others, by a thread that is woken for it.
     */
    private void unlock() {
        lock.unlock();
        for (int i = 0; i < MAX_ROUNDS && !published.isEmpty() && !lock.hasQueuedThreads() && lock.tryLock(); i++) {
            try {
                executePublished();
            } finally {
                lock.unlock();
            }
        }
        Request next = published.peek();
        if (next != null) {
            next.signal();
        }
    }
}
