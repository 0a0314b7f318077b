package com.anycompany.xray.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CombiningLockTests {

    private final CombiningLock lock = new CombiningLock();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Guarded by the lock. */
    private int counter;

    private boolean inside;

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private int count() {
        assertThat(inside).as("two at once").isFalse();
        inside = true;
        counter++;
        inside = false;
        return counter;
    }

    @Test
    void manyThreads_getAllOfTheirWorkDone_oneAtATime() throws Exception {
        int each = 20_000;
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            boolean delegates = i < 4;
            working.add(threads.submit(() -> {
                int last = 0;
                for (int k = 0; k < each; k++) {
                    int now = delegates ? lock.execute(this::count) : lock.run(this::count);
                    assertThat(now).isGreaterThan(last);
                    last = now;
                }
            }));
        }
        for (Future<?> work : working) {
            work.get();
        }
        assertThat(lock.run(() -> counter)).isEqualTo(6 * each);
    }

    @Test
    void work_waitsWhileTheLockIsTaken_thenAllOfItIsDone() throws Exception {
        CountDownLatch go = takeLock();
        List<Future<Integer>> asked = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            asked.add(threads.submit(() -> lock.execute(this::count)));
        }
        assertThatThrownBy(() -> asked.get(0).get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        go.countDown();

        Set<Integer> counted = new HashSet<>();
        for (Future<Integer> each : asked) {
            counted.add(each.get());
        }
        assertThat(counted).hasSize(200).contains(1, 200);
    }

    @Test
    void failure_reachesTheThreadThatAsked_andNoOther() throws Exception {
        CountDownLatch go = takeLock();
        Future<Integer> asked = threads.submit(() -> lock.execute(() -> {
            throw new IllegalStateException("planted");
        }));
        go.countDown();

        assertThatThrownBy(asked::get).hasRootCauseMessage("planted");
        assertThat(lock.execute(this::count)).isEqualTo(1);
    }

    @Test
    void interruption_isNotLost_norIsTheWork() throws Exception {
        CountDownLatch go = takeLock();
        AtomicReference<Thread> asking = new AtomicReference<>();
        CountDownLatch started = new CountDownLatch(1);
        Future<Boolean> asked = threads.submit(() -> {
            asking.set(Thread.currentThread());
            started.countDown();
            lock.execute(this::count);
            return Thread.currentThread().isInterrupted();
        });
        started.await();
        asking.get().interrupt();
        go.countDown();

        assertThat(asked.get()).isTrue();
        assertThat(counter).isEqualTo(1);
    }

    @Test
    void submittedWork_isExecutedBeforeLaterWork_andIsBounded() throws Exception {
        CountDownLatch go = takeLock();
        int left = 0;
        while (lock.submit(this::count)) {
            left++;
        }
        assertThat(left).isPositive().isLessThan(100);
        assertThat(counter).isZero();

        Future<Integer> next = threads.submit(() -> lock.run(() -> counter));
        go.countDown();

        assertThat(next.get()).isEqualTo(left);
        assertThat(lock.submit(this::count)).isTrue();
        assertThat(lock.run(() -> counter)).isEqualTo(left + 1);
    }

    @Test
    void submittedWork_isExecuted_withoutAnotherThreadThatTakesTheLock() throws Exception {
        CountDownLatch done = new CountDownLatch(1);

        assertThat(lock.submit(done::countDown)).isTrue();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void workSubmittedByManyThreads_isExecuted_inTheOrderOfEachThread() throws Exception {
        int each = 20_000;
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int[] last = new int[1];
            working.add(threads.submit(() -> {
                for (int k = 1; k <= each; k++) {
                    int number = k;
                    Runnable work = () -> {
                        count();
                        assertThat(++last[0]).isEqualTo(number);
                    };
                    while (!lock.submit(work)) {
                        lock.run(() -> 0);
                    }
                }
            }));
        }
        for (Future<?> work : working) {
            work.get();
        }
        assertThat(lock.run(() -> counter)).isEqualTo(4 * each);
    }

    /** Another thread holds the lock until the latch is opened. */
    private CountDownLatch takeLock() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        threads.submit(() -> lock.run(() -> {
            taken.countDown();
            await(go);
            return 1;
        }));
        taken.await();
        return go;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
