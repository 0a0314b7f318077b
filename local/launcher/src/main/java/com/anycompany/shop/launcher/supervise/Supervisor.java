package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.launcher.plan.Part.Stage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Starts the parts stage by stage, keeps them running, and stops them in reverse order. */
public final class Supervisor {

    private static final Duration STEP = Duration.ofMillis(50);

    private final List<PartLifecycle> lifecycles;
    private final ScheduledExecutorService ticks;
    private volatile boolean stopping;

    public Supervisor(List<PartLifecycle> lifecycles) {
        this.lifecycles = lifecycles;
        this.ticks = Executors.newScheduledThreadPool(Math.min(4, lifecycles.size()), Supervisor::daemon);
    }

    /** Returns true when everything is ready, false as soon as one part has failed or the shop is being stopped. */
    public boolean start() throws InterruptedException {
        for (Stage stage : Stage.values()) {
            List<PartLifecycle> members = of(stage);
            members.forEach(this::start);
            while (!all(members, PartState.READY)) {
                if (stopping || any(members, PartState.FAILED)) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(STEP.toMillis());
            }
        }
        return !stopping;
    }

    /** @param grace how long each part may take to end by itself before it is killed */
    public void stop(Duration grace) {
        stopping = true;
        Stage[] stages = Stage.values();
        for (int i = stages.length - 1; i >= 0; i--) {
            stopTogether(of(stages[i]), grace);
        }
        ticks.shutdownNow();
    }

    private void start(PartLifecycle lifecycle) {
        lifecycle.start();
        ticks.scheduleWithFixedDelay(lifecycle::tick, STEP.toMillis(), STEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void stopTogether(List<PartLifecycle> members, Duration grace) {
        List<Thread> threads =
                members.stream().map(m -> new Thread(() -> m.stop(grace))).toList();
        threads.forEach(Thread::start);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<PartLifecycle> of(Stage stage) {
        return lifecycles.stream().filter(l -> l.part().stage() == stage).toList();
    }

    private static boolean all(List<PartLifecycle> members, PartState state) {
        return members.stream().allMatch(m -> m.state() == state);
    }

    private static boolean any(List<PartLifecycle> members, PartState state) {
        return members.stream().anyMatch(m -> m.state() == state);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(null, work, "supervisor", 256 * 1024);
        thread.setDaemon(true);
        return thread;
    }
}
