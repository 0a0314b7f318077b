package com.anycompany.xray.local.store;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A lock whose holder does the short work of those who come meanwhile: they needn't be woken for their turn, while nobody
 * works, but only for the result. (Flat combining: Hendler, Incze, Shavit, Tzafrir 2010.)
 *
 * <p>Work that was asked for earlier is done earlier.
 */
final class CombiningLock {

    private static final int MOST_TASKS = 64;
    private static final int MOST_ROUNDS = 16;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Queue<Task<?>> waiting = new ConcurrentLinkedQueue<>();

    /** Work that somebody waits for. */
    private static final class Task<T> {

        private final Supplier<T> work;
        private final Thread asking = Thread.currentThread();
        private @Nullable T result;
        private @Nullable RuntimeException failure;
        private volatile boolean done;

        Task(Supplier<T> work) {
            this.work = work;
        }

        void run() {
            try {
                result = work.get();
            } catch (RuntimeException e) {
                failure = e;
            }
            done = true;
            LockSupport.unpark(asking);
        }

        T result() {
            RuntimeException thrown = failure;
            T made = result;
            if (thrown != null) {
                throw thrown;
            }
            if (made == null) {
                throw new IllegalStateException("work without a result");
            }
            return made;
        }
    }

    /** Does the work in its turn. */
    <T> T run(Supplier<T> work) {
        lock.lock();
        try {
            runWaiting();
            return work.get();
        } finally {
            unlock();
        }
    }

    /** Has the work done, which must be short, by whoever holds the lock. */
    <T> T delegate(Supplier<T> work) {
        Task<T> task = new Task<>(work);
        waiting.add(task);
        boolean interrupted = false;
        while (!task.done) {
            if (lock.tryLock()) {
                try {
                    runWaiting();
                } finally {
                    unlock();
                }
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return task.result();
    }

    private void runWaiting() {
        Task<?> task = waiting.poll();
        for (int i = 1; task != null; i++) {
            task.run();
            task = i < MOST_TASKS ? waiting.poll() : null;
        }
    }

    /**
     * Those who asked while the lock was taken sleep: what came too late to be seen by the holder is done now, or by who is
     * next in turn, or, when one thread has worked long enough for others, by who asked.
     */
    private void unlock() {
        lock.unlock();
        for (int i = 0; i < MOST_ROUNDS && !waiting.isEmpty() && !lock.hasQueuedThreads() && lock.tryLock(); i++) {
            try {
                runWaiting();
            } finally {
                lock.unlock();
            }
        }
        Task<?> next = waiting.peek();
        if (next != null) {
            LockSupport.unpark(next.asking);
        }
    }
}
