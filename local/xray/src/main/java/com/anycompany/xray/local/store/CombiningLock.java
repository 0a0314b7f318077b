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
 * A lock whose holder does the short work of those who come meanwhile: they needn't be woken for their turn, while nobody
 * works, but only for the result, or not at all. (Flat combining: Hendler, Incze, Shavit, Tzafrir 2010.)
 *
 * <p>Work that was asked for earlier is done earlier.
 */
final class CombiningLock {

    private static final int MOST_TASKS = 64;
    private static final int MOST_ROUNDS = 16;
    private static final int MOST_LEFT = 16;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Queue<Task> waiting = new ConcurrentLinkedQueue<>();

    /** How much of it nobody waits for. */
    private final AtomicInteger left = new AtomicInteger();

    /** Takes the lock for what was left, if nobody else has it. */
    private final Executor steward = new BackgroundThread("store");

    private final AtomicBoolean stewardCalled = new AtomicBoolean();

    private interface Task {

        void run();

        /** Sees to it that it will be done. */
        void call();
    }

    /** Work that somebody waits for. */
    private static final class Asked<T> implements Task {

        private final Supplier<T> work;
        private final Thread asking = Thread.currentThread();
        private @Nullable T result;
        private @Nullable Throwable failure;
        private volatile boolean done;

        Asked(Supplier<T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                result = work.get();
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            done = true;
            call();
        }

        @Override
        public void call() {
            LockSupport.unpark(asking);
        }

        T result() {
            Throwable thrown = failure;
            T made = result;
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
            if (made == null) {
                throw new IllegalStateException("work without a result");
            }
            return made;
        }
    }

    /** Work that nobody waits for. */
    private final class Left implements Task {

        private final Runnable work;

        Left(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            left.decrementAndGet();
            work.run();
        }

        @Override
        public void call() {
            callSteward();
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
        Asked<T> task = new Asked<>(work);
        waiting.add(task);
        boolean interrupted = false;
        while (!task.done) {
            if (!runWaitingIfFree()) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return task.result();
    }

    /**
     * Leaves work, which must be short and mustn't throw, to whoever holds the lock next: it has been done for all who take
     * the lock from now on. False if so much has been left already that the caller had better wait.
     */
    boolean leave(Runnable work) {
        if (left.incrementAndGet() > MOST_LEFT) {
            left.decrementAndGet();
            return false;
        }
        waiting.add(new Left(work));
        if (!lock.isLocked()) {
            callSteward();
        }
        return true;
    }

    private void callSteward() {
        if (stewardCalled.compareAndSet(false, true)) {
            steward.execute(() -> {
                stewardCalled.set(false);
                runWaitingIfFree();
            });
        }
    }

    /** If the lock is taken, it is its holder who does what waits. */
    private boolean runWaitingIfFree() {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            runWaiting();
        } finally {
            unlock();
        }
        return true;
    }

    private void runWaiting() {
        Task task = waiting.poll();
        for (int i = 1; task != null; i++) {
            task.run();
            task = i < MOST_TASKS ? waiting.poll() : null;
        }
    }

    /**
     * What came too late to be seen by the holder is done now, or by who is next in turn, or, when one thread has worked long
     * enough for others, by who asked.
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
        Task next = waiting.peek();
        if (next != null) {
            next.call();
        }
    }
}
